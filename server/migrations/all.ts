import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { TheHouse0001 } from './0001-the-house.ts';

/** Every migration, oldest first. */
export const migrations: Constructor<Migration>[] = [TheHouse0001];
