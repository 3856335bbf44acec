import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json' with { type: 'json' };
import centroids from './centroids.json' with { type: 'json' };

// For the server alone: the shape of the land is far too much to send twice.

const topology = land as unknown as Topology<{ land: GeometryCollection }>;
const SHAPE = feature(topology, topology.objects.land);
export const WORLD = { wide: 720, high: 360 };

const projection = geoNaturalEarth1().fitExtent(
  [
    [4, 4],
    [WORLD.wide - 4, WORLD.high - 4],
  ],
  { type: 'Sphere' },
);

let drawn: string | undefined;

/** The land, without a single boundary. */
export function landPath(): string {
  drawn ??= geoPath(projection).digits(1)(SHAPE) ?? '';
  return drawn;
}

const PLACES = centroids as unknown as Readonly<Record<string, [number, number]>>;
const LARGEST = 22;
const SMALLEST = 4;

export interface Circle {
  country: string;
  x: number;
  y: number;
  r: number;
  isHeld: boolean;
}

/** A circle for each country, its area as its number. What is held back is small and hollow. */
export function circlesOf(countries: readonly { country: string; experts?: number | null }[]): Circle[] {
  const most = Math.max(1, ...countries.map(({ experts }) => experts ?? 0));
  return countries.flatMap(({ country, experts }) => {
    const at = PLACES[country] && projection(PLACES[country]);
    if (!at) return [];
    const r = experts ? Math.max(SMALLEST, Math.sqrt(experts / most) * LARGEST) : SMALLEST;
    const [x, y] = at.map((value) => Math.round(value * 10) / 10) as [number, number];
    return [{ country, x, y, r: Math.round(r * 10) / 10, isHeld: !experts }];
  });
}
