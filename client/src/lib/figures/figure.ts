import type { InsightPageQuery } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/insight.ts';

export type Insight = InsightPageQuery['insight'];

/** One figure as it is told, drawn, put in a table and written to a file: all from these columns and rows. */
export interface Figure {
  name: FigureName;
  /** What it is about. */
  title: string;
  /** What it shows, as a sentence: the heading. */
  finding: string;
  /** The same for whoever does not see the drawing. */
  describes: string;
  columns: string[];
  rows: Cell[][];
}
export type Cell = string | number;

export const FIGURES = ['coverage', 'funnel', 'waiting', 'participation', 'load', 'countries'] as const;
export type FigureName = (typeof FIGURES)[number];

export function isFigure(name: string): name is FigureName {
  return FIGURES.includes(name as FigureName);
}

/** A number that may be held back because it is so small that people might be known. */
export function told(count: number | null | undefined): Cell {
  return count ?? say.fewerThanFive();
}

/** What is told of a count inside a sentence. */
export function toldText(count: number | null | undefined): string {
  return String(told(count));
}
