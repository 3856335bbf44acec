import { countryName } from '#lib/people/countries.ts';
import { words as say } from '#lib/say/generated/insight.ts';
import { FIGURES, told, toldText, type Figure, type FigureName, type Insight } from './figure.ts';
import { spanText, STEPS } from './labels.ts';

type Made = Omit<Figure, 'name'>;

const MAKE: Record<FigureName, (insight: Insight) => Made> = {
  coverage: ({ coverage }) => {
    const strands = strandsOf(coverage);
    const short = coverage.filter(({ isShort }) => isShort).length;
    return {
      title: say.coverageTitle(),
      finding: coverage.length ? say.coverageFinding({ count: short }) : say.coverageNone(),
      describes: say.coverageDescribes(),
      columns: [
        say.expertise(),
        ...strands.map(({ name }) => name),
        say.askedInAll(),
        say.availableExperts(),
        say.gap(),
      ],
      rows: coverage.map(({ expertise, asked, available, isShort, demand }) => [
        expertise,
        ...strands.map(({ id }) => demand.find(({ strandId }) => (strandId ?? '') === id)?.people ?? 0),
        asked,
        told(available),
        isShort ? say.tooFew() : say.enough(),
      ]),
    };
  },
  funnel: ({ funnel }) => {
    const at = (step: string) => funnel.find((stage) => stage.step === step);
    return {
      title: say.funnelTitle(),
      finding:
        at('INVITED')?.asked === 0 && at('RESPONDED')?.unasked === 0
          ? say.funnelNone()
          : say.funnelFinding({
              invited: toldText(at('INVITED')?.asked),
              responded: toldText(at('RESPONDED')?.asked),
              unasked: toldText(at('RESPONDED')?.unasked),
            }),
      describes: say.funnelDescribes(),
      columns: [say.step(), say.whoWereAsked(), say.cameUnasked(), say.drop()],
      rows: funnel.map(({ step, asked, unasked }, place) => [
        STEPS[step](),
        told(asked),
        told(unasked),
        dropOf(funnel[place - 1]?.asked, asked),
      ]),
    };
  },
  waiting: ({ waiting }) => ({
    title: say.waitingTitle(),
    finding:
      waiting.medianDays === null || waiting.medianDays === undefined
        ? say.waitingNone()
        : say.waitingFinding({ days: Math.round(waiting.medianDays * 10) / 10 }),
    describes: say.waitingDescribes(),
    columns: [say.daysToFirst(), say.requests()],
    rows: [
      ...waiting.spans.map(({ fromDay, toDay, requests }) => [spanText(fromDay, toDay ?? null), requests]),
      [say.noneYet(), waiting.without],
    ],
  }),
  participation: ({ participation }) => ({
    title: say.participationTitle(),
    finding: busiest(participation),
    describes: say.participationDescribes(),
    columns: [say.week(), ...participation.map(({ strand }) => strand)],
    rows: (participation[0]?.weeks ?? []).map(({ week }, at) => [
      week,
      ...participation.map(({ weeks }) => told(weeks[at]?.people)),
    ]),
  }),
  load: ({ load }) => ({
    title: say.loadTitle(),
    finding:
      load.busiestTenth === null || load.busiestTenth === undefined
        ? say.loadNone()
        : say.loadFinding({ share: Math.round(load.busiestTenth * 100) }),
    describes: say.loadDescribes(),
    columns: [say.invitations(), say.experts()],
    rows: load.spread.map(({ invitations, experts }, at) => [
      at === load.spread.length - 1 ? say.orMore({ count: invitations }) : invitations,
      told(experts),
    ]),
  }),
  countries: ({ countries: { countries, elsewhere } }) => ({
    title: say.countriesTitle(),
    finding: countries.length ? say.countriesFinding({ count: countries.length }) : say.countriesNone(),
    describes: say.countriesDescribes(),
    columns: [say.country(), say.experts()],
    rows: [
      ...countries.map(({ country, experts }) => [countryName(country), told(experts)]),
      ...(elsewhere === 0 ? [] : [[say.notSaid(), told(elsewhere)]]),
    ],
  }),
};

export function figureOf(name: FigureName, insight: Insight): Figure {
  return { name, ...MAKE[name](insight) };
}

export function figuresOf(insight: Insight): Figure[] {
  return FIGURES.map((name) => figureOf(name, insight));
}

/** The strands that ask for anything, and last what is asked for without one. */
export function strandsOf(coverage: Insight['coverage']): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const { demand } of coverage)
    for (const { strandId, strand } of demand) if (strandId) found.set(strandId, strand ?? '');
  const without = coverage.some(({ demand }) => demand.some(({ strandId }) => !strandId));
  return [
    ...[...found].map(([id, name]) => ({ id, name })),
    ...(without ? [{ id: '', name: say.noStrand() }] : []),
  ];
}

function dropOf(before: number | null | undefined, now: number | null | undefined): string | number {
  return typeof before === 'number' && typeof now === 'number' ? Math.max(0, before - now) : '';
}

function busiest(participation: Insight['participation']): string {
  const weeks = participation.flatMap(({ strand, weeks: all }) =>
    all.map(({ people }) => ({ strand, people: people ?? -1 })),
  );
  const top = weeks.toSorted((one, other) => other.people - one.people)[0];
  if (top && top.people > 0) return say.participationFinding({ strand: top.strand, count: top.people });
  return weeks.some(({ people }) => people < 0) ? say.participationFew() : say.participationNone();
}
