export interface AuditChange {
  name: string;
  before: string | null;
  after: string | null;
}

type Facts = Record<string, unknown> | null;

/** What differs between before and after, by name; ids are for the machine and left out. */
export function changesOf(before: Facts, after: Facts): AuditChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .map((name) => ({ name, before: said(before?.[name]), after: said(after?.[name]) }))
    .filter((change) => change.before !== change.after && !isMachineWord(change));
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

function isMachineWord({ before, after }: AuditChange): boolean {
  return ID.test(before ?? '') || ID.test(after ?? '');
}

function said(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
