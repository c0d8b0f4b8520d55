/** What one new facility would newly cover, junction by junction, as points to draw and as a list of the best places. */
import { lengthMillimetres } from '../../core/network/edgeLength.ts';
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Work } from '../../core/progress.ts';
import type { GainPlace, ReachGains } from '../sitingProtocol.ts';
import { junctionCandidates } from './candidates.ts';
import type { GainMemory } from './gainMemory.ts';
import { Coverage, demandOf, junctionPlace, type SitingGround } from './sitingGround.ts';

const MILLIMETRES = 1000;
const MOST_TOP = 20;
const MOST_PEAKS = 400;
/** Of the limit: places nearer to each other than this count as one. */
const APART = 0.5;
const CLASSES = 5;
const DECIMALS = 6;

export function* gainsOf(ground: SitingGround, category: string, memory: GainMemory): Work<ReachGains> {
  const started = performance.now();
  const { reading: { engine }, limitMillimetres } = ground;
  const demand = demandOf(ground, category);
  const map = yield* memory.of(ground, demand);
  const { gain } = map;
  const most = gain.reduce((high, each) => Math.max(high, each), 0);
  const useful = [...gain.keys()].filter((junction) => gain[junction]! > 0);
  const classes = gainClasses(most);
  const features = useful.map((junction) => {
    const [lng, lat] = junctionPlace(engine, junction);
    return `{"type":"Feature","properties":{"gain":${gain[junction]!},"class":${classOf(gain[junction]!, classes)}},"geometry":{"type":"Point","coordinates":[${lng.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}]}}`;
  });
  const coverage = new Coverage(ground, demand);
  const chosen = apart(map.peaks(MOST_PEAKS).map((junction) => ({ junction, at: junctionPlace(engine, junction) })), APART * limitMillimetres);
  const { anchors } = junctionCandidates(engine, Uint32Array.from(chosen, ({ junction }) => junction));
  const top = chosen.map(({ at }, k): GainPlace => {
    const { people, communities } = coverage.of(anchors, k, false);
    return { at, people, communities };
  });
  return {
    category, limitMetres: limitMillimetres / MILLIMETRES, junctions: gain.length, useful: useful.length, most, top, classes,
    geojson: new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`).buffer, milliseconds: performance.now() - started,
  };
}

/** Lower ends of up to five classes of equal width in round numbers: 1, 500, 1000 … */
export function gainClasses(most: number): number[] {
  if (!(most >= 1)) return [];
  const width = most / CLASSES;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = Math.max(1, [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map((times) => times * power).find((each) => each >= width) ?? 10 * power);
  const whole = Math.ceil(step);
  return [1, ...Array.from({ length: CLASSES - 1 }, (_, k) => (k + 1) * whole).filter((each) => each > 1 && each <= most)];
}

export function classOf(gain: number, classes: readonly number[]): number {
  return Math.max(0, classes.filter((low) => gain >= low).length - 1);
}

/** The first of those that lie together. */
function apart<T extends { readonly at: readonly [number, number] }>(places: readonly T[], millimetres: number): T[] {
  const kept: T[] = [];
  const steps = ({ at: [lng, lat] }: T): [number, number] => [Math.round(lng * STEPS_PER_DEGREE), Math.round(lat * STEPS_PER_DEGREE)];
  for (const place of places) {
    if (kept.length === MOST_TOP) break;
    if (kept.every((other) => lengthMillimetres(...steps(place), ...steps(other)) >= millimetres)) kept.push(place);
  }
  return kept;
}
