import { countryCode } from '../people/places.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import * as say from '../platform/say/generated/plans.ts';
import { PlanGroup, PlanRuleKind, type PlanRule, type PlanRuleInput } from './plan-rule.ts';

const MOST_RULES = 10;
const MOST_SEATS = 50;
const VALUE_MAX = 200;

/** The rules as they are kept, and all that is wrong with them. */
export function cleanRules(
  inputs: readonly PlanRuleInput[],
  requestIds: ReadonlySet<string>,
): { rules: PlanRule[]; problems: Problem[] } {
  if (inputs.length > MOST_RULES) {
    const message = say.tooManyRules({ most: MOST_RULES });
    return { rules: [], problems: [{ code: ProblemCode.TOO_MANY, field: 'rules', message }] };
  }
  const cleaned = inputs.map((input) => cleanRule(input, requestIds));
  return {
    rules: cleaned.map(({ rule }) => rule),
    problems: cleaned.flatMap(({ problem }) => problem ?? []),
  };
}

function cleanRule(
  { kind, seats, group, value, requestId = null, isTogether }: PlanRuleInput,
  requestIds: ReadonlySet<string>,
): { rule: PlanRule; problem: Problem | null } {
  const label = say.theGroup();
  const rules = { max: VALUE_MAX, field: 'rules', label, required: needsValue(kind, group) };
  const words = publicWords(group === PlanGroup.FIRST_TIME ? '' : value, rules);
  const codes = words.text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const text = group === PlanGroup.COUNTRIES ? codes.join(', ') : words.text;
  const rule = {
    kind,
    seats,
    group,
    value: text,
    requestId,
    isTogether: isTogether && !requestId,
    missed: 0,
  };
  const refuse = (code: ProblemCode, message: string) => ({
    rule,
    problem: { code, field: 'rules', message },
  });

  if (words.problem) return { rule, problem: words.problem };
  if (group === PlanGroup.COUNTRIES && codes.length === 0)
    return refuse(ProblemCode.NOT_VALID, say.noSuchCountry({ code: words.text }));
  if (seats < 1 || seats > MOST_SEATS)
    return refuse(ProblemCode.OUT_OF_RANGE, say.seatsRange({ least: 1, most: MOST_SEATS }));
  const unknown = group === PlanGroup.COUNTRIES && codes.find((code) => !countryCode(code));
  if (unknown) return refuse(ProblemCode.NOT_VALID, say.noSuchCountry({ code: unknown }));
  if (requestId && !requestIds.has(requestId)) return refuse(ProblemCode.NOT_VALID, say.ruleOutsidePlan());
  return { rule, problem: null };
}

/** Of each organisation by itself at most so many: that alone can be said without a name. */
function needsValue(kind: PlanRuleKind, group: PlanGroup): boolean {
  if (group === PlanGroup.FIRST_TIME) return false;
  return group !== PlanGroup.ORGANISATION || kind === PlanRuleKind.AT_LEAST;
}
