import { whyNotDay } from '../people/availability.mutations.ts';
import { ProblemCode, problemsOf, type Problem } from '../platform/results.ts';
import * as say from '../platform/say/generated/responses.ts';
import type { Declared } from './declaration.ts';
import type { DeclarationInput, RespondInput } from './respond.input.ts';
import { DeclineReason, ResponseAnswer, type Evidence, type Response } from './response.ts';
import { mayMove, ResponseState } from './response.states.ts';
import { cleanEvidence, cleanInterests, cleanNote, cleanText, stale } from './words.ts';

/** What somebody answers, clean, or everything that stands in its way. */
export interface Said {
  answer: ResponseAnswer;
  text: string;
  criteria: Evidence[];
  availabilityNote: string;
  declineReason: DeclineReason | null;
  declared: Declared | null;
  /** With a no: the day before which they do not want to be asked. */
  notBefore: string | null;
  problems: Problem[];
}

export function saidIn(input: RespondInput, criterionIds: ReadonlySet<string>): Said {
  const { answer } = input;
  if (answer === ResponseAnswer.NO) return noIn(input);
  const text = cleanText(input.text);
  const note = cleanNote(input.availabilityNote, 'availabilityNote');
  const evidence = input.criteria.map((each) => ({ each, words: cleanEvidence(each.evidence) }));
  const { declared, problems } = declaredIn(input.declaration ?? null);
  return {
    answer,
    text: text.text,
    criteria: evidence
      .filter(({ words }) => words.text)
      .map(({ each, words }) => ({ criterionId: each.criterionId, evidence: words.text })),
    availabilityNote: note.text,
    declineReason: null,
    declared,
    notBefore: null,
    problems: problemsOf(
      text.problem,
      note.problem,
      ...evidence.map(({ words }) => words.problem),
      whyNotCriteria(input, criterionIds),
      ...problems,
    ),
  };
}

function noIn({ declineReason = null, notBefore = null }: RespondInput): Said {
  return {
    ...{ answer: ResponseAnswer.NO, text: '', criteria: [], availabilityNote: '', declared: null },
    ...{ declineReason, notBefore },
    problems: problemsOf(notBefore ? whyNotDay(notBefore, 'notBefore') : null),
  };
}

/** Each criterion of the request at most once, and none of another. */
function whyNotCriteria({ criteria }: RespondInput, criterionIds: ReadonlySet<string>): Problem | null {
  const named = criteria.map(({ criterionId }) => criterionId);
  const fits = named.every((id) => criterionIds.has(id)) && new Set(named).size === named.length;
  return fits ? null : { code: ProblemCode.NOT_VALID, field: 'criteria', message: say.criteriaChanged() };
}

function declaredIn(input: DeclarationInput | null): { declared: Declared | null; problems: Problem[] } {
  const refuse = (field: string, message: string) => ({ code: ProblemCode.NOT_VALID, field, message });
  if (!input) {
    return {
      declared: null,
      problems: [refuse('declaration', say.declareInterests())],
    };
  }
  const interests = cleanInterests(input.interests, input.hasInterests);
  const silent = input.confidentiality ? null : refuse('confidentiality', say.keepConfidential());
  return {
    declared: { ...input, interests: input.hasInterests ? interests.text : '' },
    problems: problemsOf(interests.problem, silent),
  };
}

/** Why this answer cannot take the place of what is there. The first needs no version; a change does. */
export function whyNotAnswerAgain(before: Response | null, input: RespondInput): Problem | null {
  if (!before) return null;
  const to = input.answer === ResponseAnswer.NO ? ResponseState.DECLINED : ResponseState.SUBMITTED;
  if (before.state !== to && !mayMove(before.state, to)) {
    return { code: ProblemCode.WRONG_STATE, message: say.noLongerChanged() };
  }
  if (before.answer === null) return null;
  if (input.version === null || input.version === undefined) {
    return { code: ProblemCode.ALREADY_DONE, message: say.editYours() };
  }
  return stale(input.version !== before.version);
}
