import type { WritingFragment } from '#lib/api/generated/operations.ts';
import { words as sayAuthoring } from '#lib/say/generated/authoring.ts';
import { words as sayMoves } from '#lib/say/generated/moves.ts';
import { words as say } from '#lib/say/generated/request.ts';
import { words as sayList } from '#lib/say/generated/requests.ts';
import { dayOf, hoursText, placeText } from './needs.ts';
import type { Part } from './parts.ts';
import { IMPORTANCE, kindNames } from './words.ts';

interface Answer {
  key: string;
  text: string;
}

type Named = readonly { code: string; name: string }[];

/** What was written on the page of a part, to be checked; what is empty says so. */
export function answersOf(part: Part, request: WritingFragment, kinds: Named): Answer[] {
  return ANSWERS[part](request, kinds).map(([key, text]) => ({ key, text: text || sayAuthoring.notSaid() }));
}

type Pairs = [string, string | null | undefined | false | 0][];

const ANSWERS: Record<Part, (request: WritingFragment, kinds: Named) => Pairs> = {
  ask: ({ title, problem, desiredOutcome, alreadyTried, strands, contributionTypes }, kinds) => [
    [sayAuthoring.titleLabel(), title],
    [sayAuthoring.problemLabel(), problem],
    [sayAuthoring.outcomeLabel(), desiredOutcome],
    [sayAuthoring.triedLabel(), alreadyTried],
    [say.kindOfHelp(), kindNames(contributionTypes, kinds)],
    [say.strands(), strands.map(({ name }) => name).join(', ')],
  ],
  criteria: ({ criteria }) =>
    criteria.length === 0
      ? [[sayAuthoring.partCriteria(), null]]
      : criteria.map(({ importance, says }, at) => [`${at + 1}. ${IMPORTANCE[importance].text}`, says]),
  practicalities: ({ mode, country, effortHours, peopleNeeded, expenses }) => [
    [sayList.place(), mode && placeText(mode, country)],
    [say.timeAsked(), effortHours && say.timeFromEach({ time: hoursText(effortHours) })],
    [say.expertsNeeded(), peopleNeeded && sayList.people({ count: peopleNeeded })],
    [say.support(), expenses],
  ],
  decision: ({ programme, sensitivity, deciders }) => [
    [sayList.programme(), programme.name],
    [say.whoDecides(), deciders.map(({ displayName }) => displayName).join(', ')],
    [say.whoReads(), sensitivity === 'PUBLIC' ? say.readsPublic() : say.readsVerified()],
  ],
  dates: ({ closesOn, closesTime, timeZone, neededBy }) => [
    [
      sayAuthoring.lastDay(),
      closesOn && `${dayOf(closesOn)}, ${closesTime} (${timeZone.replaceAll('_', ' ')})`,
    ],
    [sayMoves.neededByDay(), neededBy && dayOf(neededBy)],
  ],
  questions: ({ questionsCloseOn }) => [
    [sayAuthoring.lastQuestionDay(), questionsCloseOn && dayOf(questionsCloseOn)],
  ],
};
