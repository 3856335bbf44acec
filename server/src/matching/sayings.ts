import * as say from '../platform/say/generated/matching.ts';
import { isolated } from '../platform/say/generated/say.ts';
import type { Remark } from './remark.ts';
import type { Level } from './shapes.ts';
import type { Span } from './window.ts';
import type { Voice } from './voice.ts';
import { countryName, dayName, languageName, listed, plainCode } from './wording.ts';

/** A remark as a sentence, in the language of the operation, to staff or to the person themselves. */
export function sayingOf(remark: Remark, voice: Voice = 'STAFF'): string {
  switch (remark.kind) {
    case 'LISTS': {
      const { name, level, years } = remark;
      return toldOf(remark, say.lists({ voice, name, level, years, last: yearOf(remark.lastUsed) }), voice);
    }
    case 'PRACTISES':
      return toldOf(remark, say.practises({ voice, name: remark.name }), voice);
    case 'SHOWS_UNLISTED':
      return say.showsUnlisted({ ...itemOf(remark, voice), voice, value: remark.value });
    case 'LISTS_RELATED':
      return say.listsRelated({ voice, name: remark.name, value: remark.value });
    case 'LISTS_NOT':
      return say.listsNot({ voice, value: remark.value });
    case 'NOTHING_TO_COMPARE':
      return say.nothingToCompare();
    case 'WORKS_AS':
      return beside(say.worksAs({ voice, profession: remark.profession }), remark.asked, voice);
    case 'PROFESSION_UNSAID':
      return say.professionUnsaid({ voice });
    case 'SPEAKS': {
      const asked = remark.asked === 'NATIVE' ? say.native() : remark.asked;
      return beside(skillsOf(remark, voice), asked, voice);
    }
    case 'SPEAKS_OTHER':
      return beside(
        say.speaksOther({ voice, name: languageName(remark.tag) }),
        languageName(remark.asked),
        voice,
      );
    case 'SPEAKS_NOT':
      return say.speaksNot({ voice, name: languageName(remark.tag) });
    case 'REGISTERED':
      return say.registered({ voice, name: remark.name ?? NONE });
    case 'REGISTRATION_UNVERIFIED':
      return say.registrationUnverified({ voice, name: remark.name ?? NONE });
    case 'REGISTERED_NOT':
      return say.registeredNot({ voice, name: remark.name ?? NONE });

    case 'EVIDENCE_SPEAKS':
      return say.evidenceSpeaks({ ...itemOf(remark, voice), words: wordsOf(remark.words) });
    case 'EVIDENCE_NEAREST':
      return say.evidenceNearest({ ...itemOf(remark, voice), words: wordsOf(remark.words) });
    case 'EVIDENCE_SILENT':
      return say.evidenceSilent({ voice });
    case 'NO_DESIRABLES':
      return say.noDesirables();
    case 'NO_COUNTRY_ASKED':
      return say.noCountryAsked();
    case 'NO_CONTRIBUTION_ASKED':
      return say.noContributionAsked();
    case 'MEETS':
      return say.meets({ voice, exact: remark.exact, of: remark.of, nearly: remark.nearly });
    case 'BASED_IN':
      return say.basedIn({ voice, country: countryName(remark.country) });
    case 'KNOWS_NOT':
      return say.knowsNot({ voice, country: countryName(remark.country) });
    case 'WORKED_IN': {
      const { country, months, lastYear } = remark;
      return say.workedIn({ voice, country: countryName(country), months, last: yearOf(lastYear) });
    }
    case 'OFFERS':
      return say.offers({ voice, types: contributions(remark.types) });
    case 'OFFERS_NOT':
      return say.offersNot({ voice, types: contributions(remark.types) });
    case 'FREE':
      return freeOn(remark, voice);
    case 'ASKED':
      return say.asked({ voice, asks: remark.asks, load: remark.load });

    case 'HOURS_UNSAID':
      return say.hoursUnsaid({ voice });
    case 'NO_EVIDENCE':
      return say.noEvidence({ voice });
    case 'LITTLE_EVIDENCE':
      return say.littleEvidence({ voice, items: remark.items });
    case 'PASTED':
      return say.pasted(itemOf(remark, voice));
    case 'LAST_USED':
      return say.lastUsed({ voice, name: remark.name, year: String(remark.year) });
    case 'NEAR_LIMIT': {
      const { load, loadCap: cap, since } = remark;
      return say.nearLimit({ voice, load, cap, since: since === null ? NONE : dayName(since) });
    }

    case 'NOT_OPEN':
      return say.notOpen({ voice });
    case 'OWNS':
      return say.owns({ voice });
    case 'EXCLUDED':
      return say.excluded({ voice, why: remark.why });
    case 'PAUSED':
      return say.paused({ voice, until: dayName(remark.until) });
    case 'AT_LIMIT':
      return say.atLimit({ voice, load: remark.load, cap: remark.loadCap });
    case 'MISSES': {
      const why = remark.why.map((each) => sayingOf(each, voice)).join(' ');
      return say.misses({ voice, essential: remark.essential, why });
    }
    case 'NOT_FREE':
      return say.notFree({ voice, ...spanOf(remark.when) });
    case 'FELL':
      return say.fell({ people: remark.people, at: remark.at });
    case 'FELL_WITHOUT':
      return say.fellWithout({ people: remark.people, essential: remark.essential });
    case 'FELL_NOT_FREE':
      return say.fellNotFree({ people: remark.people, ...spanOf(remark.when) });

    case 'NOT_CONSIDERED':
      return say.notConsidered();
    case 'IS_HERE':
      return say.isHere({ rank: remark.rank, of: remark.of, band: remark.band });
    case 'WOULD_BE':
      return say.wouldBe({ rank: remark.rank, of: remark.of, band: remark.band });
  }
}

/** What a message is told where there is nothing to put in. */
const NONE = 'NONE';

type Kind<Name extends Remark['kind']> = Extract<Remark, { kind: Name }>;

function yearOf(year: number | null): string {
  return year === null ? NONE : String(year);
}

/** With what was asked for beside it: staff asked, and to the person it is the request that does. */
function beside(said: string, asked: string | null, voice: Voice): string {
  return asked === null ? `${said}.` : `${said}${say.beside({ voice, asked })}.`;
}

function toldOf(
  { asked, near }: { asked?: Level | null; near?: string },
  said: string,
  voice: Voice,
): string {
  if (near !== undefined) return `${said}${say.nearTo({ value: near })}.`;
  return beside(said, asked ? say.level({ level: asked }) : null, voice);
}

/** A piece of evidence by its title; without one it is what they say of themselves. */
function itemOf({ title }: { title: string }, voice: Voice): { whose: string; title: string } {
  return { whose: title ? 'TITLE' : voice, title };
}

/** "Speaks French at C1", or each skill by itself where they differ. */
function skillsOf({ tag, skills }: Kind<'SPEAKS'>, voice: Voice): string {
  const name = languageName(tag);
  const told = skills.map(({ skill, level: held }, at) => {
    const level = held ?? NONE;
    return at === 0 ? say.speaks({ voice, skill, name, level }) : say.speaksAlso({ voice, skill, level });
  });
  return listed(told);
}

function freeOn({ days, length, hours, asked }: Kind<'FREE'>, voice: Voice): string {
  const all = days === length ? 'ALL' : 'SOME';
  const free = days === null ? say.freeUnsaid({ voice }) : say.free({ voice, all, days, length });
  const said = hours === null ? free : `${free}${say.withHours({ hours })}`;
  return beside(said, asked === null ? null : say.hours({ hours: asked }), voice);
}

function spanOf({ from, to }: Span): { from: string; to: string } {
  return { from: dayName(from), to: to === null ? NONE : dayName(to) };
}

function contributions(types: readonly string[]): string {
  return apart(types.map((type) => say.contribution({ type, plain: plainCode(type) })));
}

function wordsOf(words: readonly string[]): string {
  return apart(words.map((word) => say.word({ word })));
}

/** Each keeps its own direction, and the list that of the sentence. */
function apart(names: readonly string[]): string {
  return listed(names.map(isolated));
}
