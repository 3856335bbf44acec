import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

/**
 * SQL: the person in this row is staff and may act as such. Where the hub requires a second step, whoever has none yet
 * has the rights of a member. For what somebody is called or told, ask `role` alone.
 */
export function actsAsStaff(person: string): RawBuilder<boolean> {
  const [role, hasStep] = [sql.ref(`${person}.role`), sql.ref(`${person}.two_factor_enabled`)];
  return sql`(${role} <> 'MEMBER' and (${hasStep} or not coalesce((select staff_second_step from hub_state), false)))`;
}

/** Keeps what the operator decided where every process and every statement finds it. */
export async function noteStaffSecondStep(em: EntityManager, isRequired: boolean): Promise<void> {
  await rows(em, sql`update hub_state set staff_second_step = ${isRequired}`);
}
