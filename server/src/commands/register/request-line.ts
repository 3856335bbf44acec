import { countryCode } from './codes.ts';
import { Reading } from './reading.ts';

const KINDS = ['EXPERTISE', 'LANGUAGE', 'COUNTRY', 'PROFESSION', 'CONTRIBUTION', 'REGISTRATION'] as const;
const IMPORTANCE = ['ESSENTIAL', 'DESIRABLE'] as const;
const MODES = ['REMOTE', 'IN_PERSON', 'HYBRID'] as const;

/** One request of a register. `id` must be there, and a title or a text. */
export type RequestLine = ReturnType<typeof readRequest>['request'];

export function readRequest(value: Record<string, unknown>) {
  const line = new Reading(value);
  const text = line.text('text', 1_000_000);
  const title = line.text('title', 1_000) ?? text?.slice(0, 150) ?? '';
  const request = {
    id: line.id(),
    title,
    text: text ?? '',
    desiredOutcome: line.text('desiredOutcome', 5_000) ?? '',
    mode: line.choice('mode', MODES) ?? ('REMOTE' as const),
    country: countryCode(line, 'country'),
    contributionTypes: line.texts('contributionTypes', 60).map((code) => code.toUpperCase()),
    effortHours: line.count('effortHours', 1, 10_000),
    peopleNeeded: line.count('peopleNeeded', 1, 500) ?? 1,
    neededBy: line.day('neededBy'),
    criteria: line.each('criteria', (item) => {
      const kind = item.choice('kind', KINDS);
      const worth = item.text('value', 500) ?? '';
      if (!kind) item.faults.push(`kind must be one of ${KINDS.join(', ')}`);
      if (!worth && kind !== 'REGISTRATION') item.faults.push('value is missing');
      const importance = item.choice('importance', IMPORTANCE) ?? ('DESIRABLE' as const);
      const level = item.text('level', 20)?.toUpperCase() ?? null;
      return { kind, importance, value: worth, level, says: item.text('says', 500) ?? worth };
    }),
  };
  if (!title) line.faults.push('title or text must be there');
  return { request, faults: line.faults };
}
