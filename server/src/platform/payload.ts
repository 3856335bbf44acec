/**
 * A payload holds ids and nothing else; its fields open them through today's doors. So the answer to a
 * retry is found from the ids kept with the first one, and nobody is shown what they may no longer see.
 */
export abstract class Payload<Names extends string = string> {
  readonly ids: Record<Names, string>;

  constructor(ids: Record<Names, string>) {
    this.ids = ids;
  }
}

type PayloadClass = new (ids: Record<string, string>) => Payload;
const classes = new Map<string, PayloadClass>();

/** Class decorator: lets a payload be found again by its name. */
export function keptPayload(target: PayloadClass): void {
  classes.set(target.name, target);
}

export function kept(result: unknown): { payload: string; ids: Record<string, string> } {
  if (result instanceof Payload && classes.has(result.constructor.name)) {
    return { payload: result.constructor.name, ids: result.ids };
  }
  throw new Error('A mutation must answer with a @keptPayload or Rejected.');
}

export function revive(name: string, ids: Record<string, string>): Payload {
  const found = classes.get(name);
  if (!found) throw new Error(`No payload is called ${name}.`);
  return new found(ids);
}
