import { expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import type { EntityManager } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { rows, sql } from '../platform/sql.ts';
import { EvidenceKind, EvidenceSource } from './evidence.ts';
import { writeEvidence, type EvidenceChange, type EvidenceLine } from './evidence.writing.ts';

function piece(title: string, more: Partial<EvidenceLine> = {}): EvidenceLine {
  const plain = { kind: EvidenceKind.PROJECT, body: 'What was done.', day: null, source: EvidenceSource.OWN };
  return { id: newId(), title, ...plain, ...more };
}

async function write(...changes: EvidenceChange[]): Promise<void> {
  const { orm } = await hub();
  await orm.em.fork().transactional((em) => writeEvidence(em as EntityManager, changes));
}

async function held(personId: string): Promise<string[]> {
  const em = (await hub()).orm.em.fork();
  const query = sql`select title from evidence where person_id = ${personId} order by position`;
  return (await rows<{ title: string }>(em, query)).map(({ title }) => title);
}

test('new pieces follow what is there, and a known one is written anew in its place', async () => {
  const { meera } = await cast();
  const first = piece('Oxygen');
  await write({ personId: meera.id, put: [first, piece('Triage')] });
  await write({ personId: meera.id, put: [piece('Teaching'), { ...first, title: 'Oxygen plants' }] });

  expect(await held(meera.id)).toEqual(['Oxygen plants', 'Triage', 'Teaching']);
});

test('a register that is read again takes out only what it brought', async () => {
  const { meera } = await cast();
  const source = EvidenceSource.REGISTER;
  await write({ personId: meera.id, put: [piece('Brought', { source }), piece('Her own')] });
  await write({ personId: meera.id, remove: { source }, put: [piece('Brought later', { source })] });

  expect((await held(meera.id)).sort()).toEqual(['Brought later', 'Her own']);
});

test('nobody writes or takes out evidence of another person, whatever its id', async () => {
  const { meera, kofi } = await cast();
  const hers = piece('Hers');
  await write({ personId: meera.id, put: [hers] });
  await write({ personId: kofi.id, remove: [hers.id], put: [{ ...hers, title: 'His' }] });

  expect(await held(meera.id)).toEqual(['Hers']);
  expect(await held(kofi.id)).toEqual([]);
});
