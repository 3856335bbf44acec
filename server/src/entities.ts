import type { Constructor } from '@mikro-orm/core';
import { HubState, LogEvent, Stream } from './platform/log.ts';
import { ClientMutation } from './platform/mutate.ts';
import { slices } from './slices.ts';

/** Every table of the hub. */
export const entities: Constructor<object>[] = [
  Stream,
  LogEvent,
  HubState,
  ClientMutation,
  ...slices.flatMap((slice) => slice.entities),
];
