import { createUnionType, Field, ObjectType, registerEnumType, type ClassType } from 'type-graphql';

/** Why something was refused, for programs. Clients keep a default branch: codes are added over time. */
export enum ProblemCode {
  BLANK = 'BLANK',
  TOO_LONG = 'TOO_LONG',
  NOT_ALLOWED_CHARACTERS = 'NOT_ALLOWED_CHARACTERS',
  PATIENT_DATA = 'PATIENT_DATA',
  NOT_VALID = 'NOT_VALID',
  TOO_MANY = 'TOO_MANY',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  IN_THE_PAST = 'IN_THE_PAST',
  WRONG_ORDER = 'WRONG_ORDER',
  TAKEN = 'TAKEN',
  NOT_ALLOWED = 'NOT_ALLOWED',
  WRONG_STATE = 'WRONG_STATE',
  STALE = 'STALE',
  TOO_LATE = 'TOO_LATE',
  ALREADY_DONE = 'ALREADY_DONE',
  LOAD_CAP = 'LOAD_CAP',
  CONFLICT_OF_INTEREST = 'CONFLICT_OF_INTEREST',
  OUTCOME_NEEDED = 'OUTCOME_NEEDED',
  SELF = 'SELF',
  ID_REUSED = 'ID_REUSED',
  RATE_LIMITED = 'RATE_LIMITED',
}
registerEnumType(ProblemCode, {
  name: 'ProblemCode',
  description: 'Why something was refused. More codes may be added: keep a default branch.',
  valuesConfig: {
    BLANK: { description: 'Nothing was written where something is needed.' },
    TOO_LONG: { description: 'The text is longer than the field allows.' },
    NOT_ALLOWED_CHARACTERS: { description: 'The text holds control or hidden characters.' },
    PATIENT_DATA: { description: 'The text looks as if it could identify a patient.' },
    NOT_VALID: { description: 'The value is not one the field understands.' },
    TOO_MANY: { description: 'More items than the field allows.' },
    OUT_OF_RANGE: { description: 'The number is too small or too large.' },
    IN_THE_PAST: { description: 'The date has passed.' },
    WRONG_ORDER: { description: 'One date comes before another that it must follow.' },
    TAKEN: { description: 'Somebody already uses this name or address.' },
    NOT_ALLOWED: { description: 'You may see it, but not do this to it.' },
    WRONG_STATE: { description: 'The thing is in a state that does not allow this.' },
    STALE: { description: 'It changed since you opened it.' },
    TOO_LATE: { description: 'The time for this has passed.' },
    ALREADY_DONE: { description: 'This was done before and cannot be done twice.' },
    LOAD_CAP: { description: 'The expert has reached the number of engagements they allow at once.' },
    CONFLICT_OF_INTEREST: { description: 'A declared interest stands in the way.' },
    OUTCOME_NEEDED: { description: 'A request closes only with a recorded outcome.' },
    SELF: { description: 'You cannot do this to yourself or your own request.' },
    ID_REUSED: { description: 'This clientMutationId was used with other input.' },
    RATE_LIMITED: { description: 'Too many tries in a short time.' },
  },
});

/** One thing that stands in the way, and where it stands in the form. */
@ObjectType({ description: 'One thing the person can put right.' })
export class Problem {
  @Field(() => ProblemCode, { description: 'Why, for programs.' }) code: ProblemCode;
  @Field(() => String, { description: 'Why, as a sentence for the person.' }) message: string;
  @Field(() => String, {
    nullable: true,
    description: 'The input field it belongs to, if it belongs to one.',
  })
  field?: string | null;
}

@ObjectType({ description: 'The mutation was refused and changed nothing; the person can put it right.' })
export class Rejected {
  @Field(() => [Problem], { description: 'Everything that stands in the way, all at once.' })
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    this.problems = problems;
  }
}

export function reject(...problems: Problem[]): Rejected {
  return new Rejected(problems);
}

/** `union XResult = XPayload | Rejected`. Build each once, at module level. */
export function orRejected<T extends object>(payload: ClassType<T>): object {
  const name = payload.name.replace(/Payload$/, '');
  return createUnionType({
    name: `${name}Result`,
    description: `What came of ${name.charAt(0).toLowerCase()}${name.slice(1)}.`,
    types: () => [payload, Rejected] as const,
  });
}

/** Collects problems from several checks, skipping the ones that passed. */
export function problemsOf(...found: (Problem | null | undefined)[]): Problem[] {
  return found.filter((problem): problem is Problem => Boolean(problem));
}
