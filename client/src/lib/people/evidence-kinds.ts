import { words as say } from '#lib/say/generated/evidence.ts';
import type { Option } from '#lib/ui/option.ts';
import { spoken } from './words.ts';

/** What a piece of evidence can be a record of, in the language of the page. */
export const EVIDENCE_KINDS: readonly Option[] = [
  spoken('PROJECT', say.kindProject),
  spoken('ROLE', say.kindRole),
  spoken('CONTRIBUTION', say.kindContribution),
  spoken('TEACHING', say.kindTeaching),
  spoken('PUBLICATION', say.kindPublication),
  spoken('SKILLS', say.kindSkills),
  spoken('OUTCOME', say.kindOutcome),
];
