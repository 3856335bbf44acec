import { describe, expect, test } from 'vitest';
import type { Language } from '../platform/say/generated/languages.ts';
import { speaking } from '../platform/say/locale.ts';
import { passGates } from './gates.ts';
import { toldReason } from './kept-reason.ts';
import { cast, desirable, essential, expert, request, TODAY, wystan } from './matching.cast.ts';
import { rankExperts, whyNotHere } from './rank.ts';
import type { Remark } from './remark.ts';
import { saidMatch } from './said.ts';
import { sayingOf } from './sayings.ts';
import type { Voice } from './voice.ts';

const plants = desirable({ kind: 'EXPERTISE', value: 'oxygen plant', level: 'EXPERIENCED' });
const french = desirable({ kind: 'LANGUAGE', value: 'fr', level: 'B2' });
const wolof = desirable({ kind: 'LANGUAGE', value: 'wo', level: 'B1' });
const nmc = desirable({ kind: 'REGISTRATION', value: 'NMC' });
const nurse = essential({ kind: 'PROFESSION', value: 'nurse', says: 'Is a nurse.' });
const asking = request({ criteria: [plants, french, wolof, nmc] });

/** As it is read: without the marks that keep a name's own direction, and with plain spaces. */
const read = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
const inWords = (language: Language, remark: Remark, voice?: Voice) =>
  read(speaking(language, () => sayingOf(remark, voice)));

function matchOf(language: Language, voice: Voice) {
  return speaking(language, () => {
    const [match] = rankExperts(asking, [wystan], { today: TODAY });
    if (!match) throw new Error('Wystan was not ranked');
    const { reasons, gaps } = saidMatch(match, voice);
    return { reasons: reasons.map(({ says }) => read(says)), gaps: gaps.map(({ says }) => read(says)) };
  });
}

describe('in whatever language', () => {
  test('scores, order, bands and what there is to say are the same to the bit', () => {
    const answer = (language: Language) =>
      speaking(language, () =>
        JSON.stringify([
          rankExperts(asking, cast, { today: TODAY }),
          passGates(request({ criteria: [nurse] }), cast, TODAY).fell,
          whyNotHere(asking, cast, 'solenne', TODAY),
        ]),
      );
    expect(answer('fr')).toBe(answer('en'));
    expect(answer('ar')).toBe(answer('en'));
  });

  test('the reasons are whole sentences of it', () => {
    expect(matchOf('en', 'STAFF').reasons).toEqual([
      'Lists Oxygen plant maintenance at leading level, 14 years, last used in 2026; you asked for experienced.',
      '“Oxygen through the rains” speaks of oxygen, plant, district and hospital.',
      'Worked in Sierra Leone for 30 months, last in 2025.',
      'Offers to advise.',
      'Is free on all 46 days, with about 12 hours in all; you asked for 8 hours.',
      'Not asked in the past year, no engagement now.',
    ]);
    expect(matchOf('fr', 'STAFF').reasons).toEqual([
      'Indique Oxygen plant maintenance, niveau expert, 14 ans, dernière utilisation en 2026 ; vous demandez : confirmé.',
      '« Oxygen through the rains » évoque oxygen, plant, district et hospital.',
      'A travaillé dans ce pays : Sierra Leone, 30 mois, la dernière fois en 2025.',
      'Propose : conseiller.',
      'Disponible tous les jours de la période (46), avec environ 12 heures en tout ; vous demandez : 8 heures.',
      'Aucune sollicitation depuis un an, aucun travail en cours.',
    ]);
    expect(matchOf('ar', 'STAFF').reasons).toEqual([
      'يذكر Oxygen plant maintenance بمستوى رائد، 14 سنة، آخر استعمال في 2026؛ وقد طلبت: متمرّس.',
      '«Oxygen through the rains» يتناول «oxygen» و«plant» و«district» و«hospital».',
      'عمل في سيراليون 30 شهرًا، آخرها في 2025.',
      'يعرض المشورة.',
      'متفرغ كل أيام الفترة (46)، بنحو 12 ساعة إجمالًا؛ وقد طلبت: 8 ساعات.',
      'لم يُطلب منه شيء في السنة الماضية، ولا عمل جارٍ الآن.',
    ]);
  });

  test('the person is spoken to, and the gaps are told too', () => {
    expect(matchOf('fr', 'SELF').gaps).toEqual([
      'Vous n’indiquez pas cette langue : français.',
      'Vous n’indiquez pas cette langue : wolof.',
      'Vous n’avez pas d’inscription vérifiée : NMC.',
      'Votre profil contient 2 preuves : cet appariement est incertain.',
    ]);
    expect(matchOf('ar', 'SELF').gaps).toEqual([
      'لا تذكر هذه اللغة: الفرنسية.',
      'لا تذكر هذه اللغة: الولوفية.',
      'ليس لديك تسجيل موثّق لدى NMC.',
      'في ملفك دليلان، فهذه المطابقة غير مؤكدة.',
    ]);
  });

  test('what keeps others out counts as people do', () => {
    const fell = (people: number): Remark => ({ kind: 'FELL_WITHOUT', essential: 'French at B2', people });
    expect([1, 61].map((people) => inWords('fr', fell(people)))).toEqual([
      '1 personne sans le critère essentiel « French at B2 ».',
      '61 personnes sans le critère essentiel « French at B2 ».',
    ]);
    const inArabic = [0, 1, 2, 3, 11, 100].map((people) => inWords('ar', fell(people)));
    expect(inArabic.map((says) => says.replace('من دون المعيار الأساسي «French at B2»: ', ''))).toEqual([
      'لا أحد.',
      'شخص واحد.',
      'شخصان.',
      '3 أشخاص.',
      '11 شخصًا.',
      '100 شخص.',
    ]);
  });

  test('nothing is left in English', () => {
    const busy = expert({ ...wystan, id: 'busy', load: 1, loadCap: 2, hoursAMonth: null, availability: [] });
    const gates = passGates(request({ criteria: [nurse], ownerId: 'busy' }), [...cast, busy], TODAY);
    const remarks = [
      ...rankExperts(asking, [...cast, busy], { today: TODAY }).flatMap(({ components, gaps, criteria }) => [
        ...[...components, ...gaps].map(({ remark }) => remark),
        ...criteria.flatMap(({ why }) => why),
      ]),
      ...gates.fell.map(({ remark }) => remark),
      ...gates.whyNot('busy').map(({ remark }) => remark),
      ...whyNotHere(asking, cast, 'solenne', TODAY).remarks,
    ];
    expect(remarks.length).toBeGreaterThan(60);
    const english = /\b(the|of|you|is|has|not|to|at|free|asked|lists|request)\b/i;
    for (const remark of remarks)
      for (const voice of ['STAFF', 'SELF'] as const) {
        expect(inWords('fr', remark, voice)).not.toBe(inWords('en', remark, voice));
        expect(inWords('ar', remark, voice).replace(/«[^»]*»/g, '')).not.toMatch(english);
      }
  });
});

describe('a reason that is kept', () => {
  const remark: Remark = { kind: 'OFFERS', types: ['ADVISE', 'REVIEW'] };

  test('is told in the language of each who reads it', () => {
    const told = (language: Language, voice: Voice) =>
      speaking(language, () => toldReason({ kind: 'CONTRIBUTION', remark }, voice));
    expect(told('en', 'STAFF')).toEqual({ kind: 'CONTRIBUTION', says: 'Offers to advise and review.' });
    expect(read(told('fr', 'SELF').says)).toBe('Vous proposez : conseiller et relire.');
    expect(read(told('ar', 'STAFF').says)).toBe('يعرض المشورة والمراجعة.');
  });

  test('as a sentence stays in English, and says so', () => {
    const old = { kind: 'CONTRIBUTION', says: 'Offers to advise.' };
    expect(speaking('fr', () => toldReason(old, 'STAFF'))).toEqual({ ...old, lang: 'en' });
  });
});
