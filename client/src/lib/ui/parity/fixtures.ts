import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A case that nhsuk-frontend ships: what a component was given, and the markup it made. */
export interface Fixture {
  name: string;
  context: Context;
  html: string;
}

/** The options of a case; the ones we read are named by each component's own documentation. */
export type Context = Record<string, unknown>;

const folder = new URL('../../../../../node_modules/nhsuk-frontend/dist/nhsuk/components/', import.meta.url);

export function fixturesOf(component: string): Fixture[] {
  const path = fileURLToPath(new URL(`${component}/fixtures.json`, folder));
  const { fixtures } = JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] };
  const seen = new Map(fixtures.map((fixture) => [fixture.name, fixture]));
  return [...seen.values()];
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const text = (value as { text?: unknown } | null | undefined)?.text;
  return typeof text === 'string' ? text : undefined;
}

export function sizeOf(value: unknown): 's' | 'm' | 'l' | undefined {
  const size = (value as { size?: unknown } | undefined)?.size;
  return size === 's' || size === 'm' || size === 'l' ? size : undefined;
}

/** Whether a case asks for nothing but what is named here. */
export function asksOnly(context: Context | undefined, ...keys: string[]): boolean {
  return Object.keys(context ?? {}).every((key) => keys.includes(key));
}
