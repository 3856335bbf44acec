import type { Constructor } from '@mikro-orm/core';
import { AuditEntry } from './platform/audit.ts';
import { HubState, LogEvent, Stream } from './platform/log.ts';
import { ClientMutation } from './platform/mutate.ts';
import { slices } from './slices.ts';

/** Every table of the hub. */
export const entities: Constructor<object>[] = [
  Stream,
  LogEvent,
  HubState,
  ClientMutation,
  AuditEntry,
  ...slices.flatMap((slice) => slice.entities),
];
