/**
 * Strips: a stretch of one side's line is moved off the line it shares, or a strip
 * of one unit's ground goes to another. The rest of the line stays exact, so the
 * defect is the strip and nothing else.
 */
import { between, shuffled, type Random } from '../random.ts';
import { areaSquareMetres, contains, distanceMetres, doubleArea, isSimple } from '../ring.ts';
import { planeAt, STEPS_PER_DEGREE, type Plane, type Step } from '../steps.ts';
import type { Draft, Planter } from './draft.ts';
import { NOBODY, type Chain, type Ground } from './ground.ts';

interface Strip {
  chain: Chain;
  /** The stretch of the chain that is left, both ends included. */
  stretch: Step[];
  /** The new line between the stretch's ends, without them. */
  path: Step[];
  /** The ground between the two lines. */
  ring: Step[];
  widthMetres: number;
  location: [number, number];
}

type Side = 'inward' | 'outward';

/** Ground between two units that neither claims. */
export function gap(widthMetres: number): Planter {
  return (ground, unit, random) => moved(findStrip(ground, unit, random, 'inward', widthMetres, 'shared'), `一侧界线内移 ${widthMetres} m`);
}

/** Ground that two units claim. */
export function overlap(widthMetres: number): Planter {
  return (ground, unit, random) => moved(findStrip(ground, unit, random, 'outward', widthMetres, 'shared'), `一侧界线外移 ${widthMetres} m`);
}

/** Ground that the parent has and no unit, open to the parent's line. */
export const inlet: Planter = (ground, unit, random) =>
  moved(findStrip(ground, unit, random, 'inward', between(random, 4, 25), 'outer'), '沿上级界的界线内移，须有上级界才看得见');

/** Ground outside the parent. */
export const beyondParent: Planter = (ground, unit, random) =>
  moved(findStrip(ground, unit, random, 'outward', between(random, 4, 25), 'outer'), '沿上级界的界线外移');

/** A strip handed to a unit that lies further off: the coverage stays clean. */
export const exclave: Planter = (ground, unit, random) => {
  const strip = findStrip(ground, unit, random, 'inward', between(random, 60, 90), 'shared');
  if (strip === null) return null;
  const near = new Set([unit, ...ground.neighbours(unit), ...ground.neighbours(strip.chain.other)]);
  const far = new Set([...near].flatMap((n) => [...ground.neighbours(n)]).filter((n) => !near.has(n) && ground.units[n]!.ring !== null));
  const owner = shuffled(random, [...far].sort((a, b) => a - b))[0];
  if (owner === undefined) return null;
  const draft = draftOf(strip, '飞地：一块地属于不相邻的社区，四邻一致');
  return {
    ...draft,
    edits: [...draft.edits, { do: 'addPart', unit: owner, ring: strip.ring }],
    units: [owner],
    touched: [...draft.touched, owner],
  };
};

/** A new unit on ground of another, along its border: three units then use the border's edges. */
export const threefoldEdge: Planter = (ground, unit, random) => {
  const strip = findStrip(ground, unit, random, 'inward', 20, 'shared');
  if (strip === null) return null;
  const [x, y] = strip.stretch[Math.floor(strip.stretch.length / 2)]!;
  return {
    ...draftOf(strip, '社区内贴着界线多出一个面，界线的边被三个面使用'),
    edits: [{ do: 'extra', like: unit, ring: strip.ring }],
    units: ['extra', unit, strip.chain.other],
    // The fault is the line; the ground covered twice is that of the O2 beside it.
    areaSquareMetres: null,
    location: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE],
  };
};

function moved(strip: Strip | null, note: string): Draft | null {
  return strip === null ? null : draftOf(strip, note);
}

function draftOf(strip: Strip, note: string): Draft {
  const { unit, other } = strip.chain;
  return {
    edits: [{ do: 'splice', unit, from: strip.stretch[0]!, to: strip.stretch.at(-1)!, path: strip.path }],
    units: other < 0 ? [unit] : [unit, other],
    touched: other < 0 ? [unit] : [unit, other],
    whole: false,
    places: strip.ring,
    areaSquareMetres: areaSquareMetres(strip.ring),
    widthMetres: strip.widthMetres,
    location: strip.location,
    note,
  };
}

function findStrip(ground: Ground, unit: number, random: Random, side: Side, width: number, border: 'shared' | 'outer'): Strip | null {
  const chains = ground.chains(unit).filter((chain) => (border === 'outer' ? chain.other === NOBODY : chain.other >= 0));
  for (const chain of shuffled(random, chains)) {
    const stretch = middleStretch(chain.points, between(random, 120, 220));
    if (stretch === null) continue;
    const strip = stripAlong(chain, stretch, side, width);
    if (strip !== null && isSound(ground, strip, side)) return strip;
  }
  return null;
}

/** A run of edges about the chain's middle, clear of the nodes at its ends. */
function middleStretch(points: Step[], lengthMetres: number): Step[] | null {
  if (points.length < 5) return null;
  let from = Math.floor(points.length / 2);
  let to = from;
  while (from > 1 || to < points.length - 2) {
    if (to < points.length - 2) to++;
    if (from > 1) from--;
    if (distanceMetres(points[from]!, points[to]!) >= lengthMetres) return points.slice(from, to + 1);
  }
  // A short line: half the length asked for will do.
  return distanceMetres(points[from]!, points[to]!) >= lengthMetres / 2 ? points.slice(from, to + 1) : null;
}

function stripAlong(chain: Chain, stretch: Step[], side: Side, width: number): Strip | null {
  const plane = planeAt(stretch[0]!);
  const last = stretch.length - 1;
  const [cx, cy] = plane.toMetres(stretch[last]!);
  const chord = Math.hypot(cx, cy);
  // The unit lies on the left of its own line.
  const sign = side === 'inward' ? 1 : -1;
  const target = plane.toStep((-cy / chord) * width * sign, (cx / chord) * width * sign);
  const by: Step = [target[0] - stretch[0]![0], target[1] - stretch[0]![1]];
  const path = [
    shift(along(plane, stretch[0]!, stretch[1]!, width), by),
    ...stretch.slice(1, last).map((step) => shift(step, by)),
    shift(along(plane, stretch[last]!, stretch[last - 1]!, width), by),
  ];
  const ring = [...stretch, ...path.slice().reverse()];
  if (side === 'outward') ring.reverse();
  if (!isSimple(ring) || doubleArea(ring) < 0) return null;
  const middle = Math.floor(last / 2);
  const [a, b] = [stretch[middle]!, stretch[middle + 1]!];
  return {
    chain, stretch, path, ring,
    widthMetres: distanceMetres(stretch[0]!, shift(stretch[0]!, by)),
    location: [((a[0] + b[0] + by[0]) / 2) / STEPS_PER_DEGREE, ((a[1] + b[1] + by[1]) / 2) / STEPS_PER_DEGREE],
  };
}

/** The new line lies wholly on the ground it is meant for. */
function isSound(ground: Ground, strip: Strip, side: Side): boolean {
  const { unit, other } = strip.chain;
  if (!ground.isClear([strip.stretch[0]!, ...strip.path, strip.stretch.at(-1)!])) return false;
  if (side === 'inward') return strip.path.every((step) => contains(ground.units[unit]!.ring!, step));
  return strip.path.every((step) => ground.unitAt(step) === other);
}

/** The point where a strip of this width reaches its full width: near the end of the stretch. */
function along(plane: Plane, from: Step, to: Step, width: number): Step {
  const [fx, fy] = plane.toMetres(from);
  const [tx, ty] = plane.toMetres(to);
  const share = Math.min(0.4, Math.max(0.5, width / 2) / Math.hypot(tx - fx, ty - fy));
  return plane.toStep(fx + (tx - fx) * share, fy + (ty - fy) * share);
}

function shift(step: Step, by: Step): Step {
  return [step[0] + by[0], step[1] + by[1]];
}
