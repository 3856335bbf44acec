import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Person } from '../src/people/person.ts';
import { firstRow, sql } from '../src/platform/sql.ts';
import { RequestState } from '../src/requests/request.states.ts';
import { ACTORS, type Door } from './doors.ts';
import type { Scene } from './doors-scene.ts';
import { hub } from './hub.ts';

/** A mutation that goes well, who sends it, and the way to each such value of its input, such as `items.0.name`. */
export interface Written {
  name: string;
  by: Person;
  input: Record<string, unknown>;
  paths: string[];
}

type Wanted = (type: GraphQLNamedInputType) => boolean;
const isText: Wanted = ({ name }) => name === 'String';

/** Every mutation with such a value in its input, a text unless said otherwise. What goes well is known from the doors. */
export async function writtenInputs(
  schema: GraphQLSchema,
  doors: readonly Door[],
  scene: Scene,
  wanted: Wanted = isText,
): Promise<Written[]> {
  const fill = await fillers(scene);
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields.flatMap(({ name, args }) => {
    const type = getNamedType(args[0]?.type);
    const door = doors.find(({ field, answers }) => field === `Mutation.${name}` && openTo(answers));
    const by = door && scene.people[openTo(door.answers) ?? 'stranger'];
    if (!isInputObjectType(type) || !door || !by) throw new Error(`Nobody knows how ${name} goes well.`);
    const paths = waysTo(type, wanted);
    const { clientMutationId: _, ...input } = door.ask(scene).variables?.input as Record<string, unknown>;
    return paths.length > 0 ? [{ name, by, input: { ...input, ...filled(type, input, fill) }, paths }] : [];
  });
}

function openTo(answers: Door['answers']) {
  return ACTORS.find((actor) => answers[actor] === 'open');
}

/** The way to each value of this kind, into lists and inner inputs. */
function waysTo(type: GraphQLInputObjectType, wanted: Wanted): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const here = isListType(getNullableType(field.type)) ? `${field.name}.0` : field.name;
    if (isInputObjectType(inner)) return waysTo(inner, wanted).map((path) => `${here}.${path}`);
    return wanted(inner) ? [here] : [];
  });
}

type Filler = Record<string, object>;

/** Inner inputs that go well, by their type. */
async function fillers({ requests, health }: Scene): Promise<Filler> {
  const em = (await hub()).orm.em.fork();
  const { id } = requests(RequestState.OPEN);
  const criterion = await firstRow<{ id: string }>(
    em,
    sql`select id from criterion where request_id = ${id}`,
  );
  return {
    CountryExperienceInput: { country: 'SL', months: 3 },
    CriterionEvidenceInput: { criterionId: criterion?.id, evidence: 'Nine years.' },
    CriterionInput: { importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Oxygen systems' },
    DeclarationInput: {
      hasInterests: true,
      interests: 'Shares.',
      confidentiality: true,
      employerConsent: true,
    },
    ExpertiseItemInput: { name: 'Oxygen systems', level: 'WORKING' },
    PlanRuleInput: { kind: 'AT_LEAST', seats: 1, group: 'PROFESSION', value: 'Midwife' },
    LanguageSkillInput: { tag: 'fr', speaking: 'B2' },
    RequestAskInput: {
      title: 'Oxygen',
      problem: '',
      desiredOutcome: '',
      alreadyTried: '',
      contributionTypes: ['ADVISE'],
      strandIds: [],
    },
    RequestDecisionInput: { programmeId: health.id, sensitivity: 'VERIFIED' },
    RequestDatesInput: { timeZone: 'UTC', closesTime: '17:00' },
    RequestPracticalitiesInput: { mode: 'REMOTE', country: 'SL', peopleNeeded: 1, expenses: '' },
  };
}

function filled(type: GraphQLInputObjectType, input: object, fill: Filler): object {
  const inner = Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    const one = fill[getNamedType(of).name];
    if (one) return [[name, isListType(getNullableType(of)) ? [one] : one]];
    const isText = getNamedType(of).name === 'String' && isListType(getNullableType(of));
    return isText ? [[name, Object(input)[name] ?? ['ADVISE']]] : [];
  });
  return Object.fromEntries(inner);
}

/** The input with other texts at these places. */
export function withTexts(input: object, texts: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(input) as Record<string, unknown>;
  for (const [path, text] of texts) {
    const steps = path.split('.');
    const last = steps.pop() ?? path;
    const holder = steps.reduce((at, step) => at[step] as Record<string, unknown>, copy);
    holder[last] = text;
  }
  return copy;
}

/** What a mutation shows of the texts it was sent. */
export const SHOWN: Record<string, string> = {
  acceptPlan: 'plan { requests { request { responses { edges { node { invitation { message } } } } } } }',
  addContributionType: 'contributionTypes { name }',
  addEvidence: 'evidence { title body }',
  addEvidenceFile: 'added',
  addStrand: 'strand { name purpose }',
  answerQuestion: 'request { questions { answer } }',
  archiveStrand: 'strand { state }',
  askQuestion: 'request { questions { body } }',
  assessDeclaration: 'response { declaration { note } }',
  cancelRequest: 'request { stateReason }',
  changeGroupState: 'group { state }',
  changeRole: 'person { role }',
  chooseNotifications: 'choices { quietFrom quietTo }',
  closeDiscussion: 'discussion { closing { note } }',
  closeRequest: 'request { state }',
  declareConflict: 'request { state }',
  declineOffer: 'response { withdrawReason }',
  discardDraft: 'draft { body }',
  draftRequest: 'request { title problem desiredOutcome alreadyTried expenses criteria { value says } }',
  editAbout: 'profile { headline about profession organisation place regulator }',
  editAvailability: 'profile { contributionTypes }',
  editContext: 'group { context { text html } }',
  editContributionType: 'contributionTypes { name }',
  editEvidence: 'evidence { title body }',
  editExpertise: 'profile { specialties expertise { name evidence } }',
  editLanguages: 'profile { countryExperience { role } }',
  editReply: 'reply { body html }',
  editRequest: 'request { title problem desiredOutcome alreadyTried expenses criteria { value says } }',
  editRequestPart: 'request { title problem desiredOutcome alreadyTried expenses criteria { value says } }',
  endEngagement: 'response { feedback }',
  eraseSelf: 'erased',
  inviteExperts: 'request { responses { edges { node { invitation { message } } } } }',
  markUnfilled: 'request { stateReason }',
  makePlan: 'plan { rules { value } }',
  mergeGroups: 'group { name }',
  mergeStrands: 'strand { name }',
  notSelect: 'response { feedback }',
  offerWork: 'response { engagement { deliverables } }',
  orderContributionTypes: 'contributionTypes { code }',
  pauseRequest: 'request { stateReason }',
  postReply: 'reply { body html }',
  proposeGroup: 'group { name purpose }',
  recordOutcome: 'request { outcome { result usedHow changedWhat lesson evidence } }',
  renameDiscussion: 'discussion { title }',
  renameGroup: 'group { name purpose }',
  refusePerson: 'person { displayName }',
  renamePerson: 'person { displayName }',
  renameStrand: 'strand { name purpose }',
  reportReply: 'reply { number }',
  saveDraft: 'draft { place body }',
  respond: 'response { text availabilityNote criteria { evidence } declaration { interests } }',
  returnRequest: 'request { stateReason }',
  setMatchingWeights: 'matchingWeights { history { reason } }',
  settleReports: 'reply { ruling { reason } }',
  splitGroup: 'group { name purpose }',
  startDiscussion: 'discussion { title summary replies { edges { node { body html } } } }',
  suspendPerson: 'person { displayName }',
  withdrawResponse: 'response { withdrawReason }',
  writeContext: 'discussion { context { body html } }',
};

/** Values of a list and not words: one that is not on it is refused, and one that is comes back in its usual form. */
const CODE =
  /(?:^|\.)(?:contributionTypes\.0|codes\.0|code|country|timeZone|closesTime|quietFrom|quietTo|level|lang|tag)$/;
/** Kept, but shown to nobody who sends it: told to those who wait, of whom there are none here, kept for the record, or the name of what is not there. */
const UNSHOWN =
  /^(?:(?:cancel|close)Request|markUnfilled)\.feedback$|^(?:declareConflict|reportReply)\.note$|\.overrideReason$|^(?:changeRole|suspendPerson|refusePerson|archiveStrand|changeGroupState|mergeGroups|mergeStrands|splitGroup)\.reason$|^discardDraft\.place$|^eraseSelf\.|^addEvidenceFile\.text$/;

export function isShown(name: string, path: string): boolean {
  return !CODE.test(path) && !UNSHOWN.test(`${name}.${path}`);
}
