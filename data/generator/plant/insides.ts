/** Faults in a unit's inside or of the unit as a whole. */
import { between, shuffled, type Random } from '../random.ts';
import { areaSquareMetres, contains, distanceToRingMetres, isSimple } from '../ring.ts';
import { planeAt, STEPS_PER_DEGREE, type Step } from '../steps.ts';
import type { Draft, Planter } from './draft.ts';
import type { Ground } from './ground.ts';

/** Room that a hole or an inner unit needs around it. */
const ROOM_METRES = 60;

/** A hole that nobody fills. */
export const hole: Planter = (ground, unit, random) => {
  const blob = innerBlob(ground, unit, random);
  if (blob === null) return null;
  return {
    ...draftOf(unit, blob, '面内挖空，空地不归任何社区'),
    edits: [{ do: 'addRing', unit, ring: blob.slice().reverse() }],
    areaSquareMetres: areaSquareMetres(blob),
  };
};

/** A small unit on another's ground. */
export const contained: Planter = (ground, unit, random) => {
  const blob = innerBlob(ground, unit, random);
  if (blob === null) return null;
  return {
    ...draftOf(unit, blob, '社区内又画了一个小社区，下层未挖空'),
    edits: [{ do: 'extra', like: unit, ring: blob }],
    units: ['extra', unit],
    areaSquareMetres: areaSquareMetres(blob),
  };
};

/** A hole whose three vertices lie on one line. */
export const collapsedRing: Planter = (ground, unit, random) => {
  const middle = innermost(ground, unit, random);
  if (middle === null) return null;
  const dx = Math.round(between(random, 500, 1500));
  const dy = Math.round(between(random, 500, 1500));
  const ring: Step[] = [middle, [middle[0] + dx, middle[1] + dy], [middle[0] + 2 * dx, middle[1] + 2 * dy]];
  return { ...draftOf(unit, ring, '面内有一个没有面积的环'), edits: [{ do: 'addRing', unit, ring }] };
};

/** A pocket pinched off at a vertex of the unit's own line and filled by a new unit: no gap, no overlap. */
export const selfTouch: Planter = (ground, unit, random) => {
  for (const chain of shuffled(random, ground.chains(unit).filter((c) => c.other >= 0))) {
    for (const i of shuffled(random, chain.points.map((_, k) => k).slice(2, -2))) {
      const [a, pinch, c] = [chain.points[i - 1]!, chain.points[i]!, chain.points[i + 1]!];
      const plane = planeAt(pinch);
      const [ax, ay] = plane.toMetres(a);
      const [cx, cy] = plane.toMetres(c);
      const chord = Math.hypot(cx - ax, cy - ay);
      const inward: [number, number] = [-(cy - ay) / chord, (cx - ax) / chord];
      const at = (deep: number, aside: number): Step =>
        plane.toStep(inward[0] * deep + inward[1] * aside, inward[1] * deep - inward[0] * aside);
      // Clockwise as the unit walks it, so the pocket is outside the unit.
      const pocket = [at(26, -14), at(48, 2), at(24, 15)];
      const clear = ground.isClear([pinch, ...pocket, pinch]) && pocket.every((step) => contains(ground.units[unit]!.ring!, step));
      const filling = [pinch, ...pocket.slice().reverse()];
      if (!clear || !isSimple(filling)) continue;
      return {
        ...draftOf(unit, filling, '界线在一个界址点上碰到自己，夹出的地块另成一面'),
        edits: [{ do: 'splice', unit, from: pinch, to: c, path: [...pocket, pinch] }, { do: 'extra', like: unit, ring: filling }],
        touched: [unit, chain.other],
        location: [pinch[0] / STEPS_PER_DEGREE, pinch[1] / STEPS_PER_DEGREE],
      };
    }
  }
  return null;
};

/** The same shape twice under two codes. */
export const duplicate: Planter = (ground, unit, random) => {
  const ring = ground.units[unit]!.ring;
  const middle = innermost(ground, unit, random);
  if (ring === null || middle === null) return null;
  return {
    ...wholeUnit(ground, unit, middle, '同一个面画了两次，代码不同'),
    edits: [{ do: 'extra', like: unit, ring }],
    units: ['extra', unit],
    areaSquareMetres: areaSquareMetres(ring),
  };
};

/** A unit left out of the file. */
export const missing: Planter = (ground, unit, random) => {
  const ring = ground.units[unit]!.ring;
  const middle = innermost(ground, unit, random);
  if (ring === null || middle === null || !isInterior(ground, unit)) return null;
  const around = [...ground.neighbours(unit)].sort((a, b) => a - b);
  return {
    ...wholeUnit(ground, unit, middle, '漏了一个社区'),
    edits: [{ do: 'remove', unit }],
    units: around,
    touched: [unit, ...around],
    areaSquareMetres: areaSquareMetres(ring),
  };
};

/** The whole unit moved, as a wrong datum or a slip of the hand does. */
export const shifted: Planter = (ground, unit, random) => {
  const middle = innermost(ground, unit, random);
  if (middle === null || !isInterior(ground, unit)) return null;
  const angle = between(random, 0, 2 * Math.PI);
  const to = planeAt(middle).toStep(5.8 * Math.cos(angle), 5.8 * Math.sin(angle));
  return {
    ...wholeUnit(ground, unit, middle, '整个面平移 5.8 m'),
    edits: [{ do: 'translate', unit, by: [to[0] - middle[0], to[1] - middle[1]] }],
    touched: [unit, ...ground.neighbours(unit)],
    widthMetres: 5.8,
  };
};

/** A ring whose last position is left out. */
export const unclosed: Planter = (ground, unit) => {
  const ring = ground.units[unit]!.ring;
  if (ring === null) return null;
  return { ...wholeUnit(ground, unit, ring[0]!, '环的末点未回到起点'), edits: [{ do: 'unclose', unit }] };
};

function isInterior(ground: Ground, unit: number): boolean {
  return ground.chains(unit).length >= 2 && ground.chains(unit).every((chain) => chain.other >= 0);
}

/** An irregular hexagon in the roomiest part of the unit, counter-clockwise. */
function innerBlob(ground: Ground, unit: number, random: Random): Step[] | null {
  const middle = innermost(ground, unit, random);
  if (middle === null) return null;
  const plane = planeAt(middle);
  const radius = Math.min(90, 0.5 * distanceToRingMetres(middle, ground.units[unit]!.ring!));
  return Array.from({ length: 6 }, (_, i) => {
    const angle = ((i + between(random, -0.25, 0.25)) / 6) * 2 * Math.PI;
    const reach = radius * between(random, 0.6, 1);
    return plane.toStep(reach * Math.cos(angle), reach * Math.sin(angle));
  });
}

/** Of forty places inside, the one farthest from the line. */
function innermost(ground: Ground, unit: number, random: Random): Step | null {
  const { ring, box } = ground.units[unit]!;
  if (ring === null) return null;
  let best: Step | null = null;
  let most = ROOM_METRES;
  for (let i = 0; i < 40; i++) {
    const place: Step = [Math.round(between(random, box[0], box[2])), Math.round(between(random, box[1], box[3]))];
    if (!contains(ring, place)) continue;
    const room = distanceToRingMetres(place, ring);
    if (room > most) [best, most] = [place, room];
  }
  return best;
}

function draftOf(unit: number, places: Step[], note: string): Draft {
  const x = places.reduce((sum, step) => sum + step[0], 0) / places.length / STEPS_PER_DEGREE;
  const y = places.reduce((sum, step) => sum + step[1], 0) / places.length / STEPS_PER_DEGREE;
  return { edits: [], units: [unit], touched: [unit], whole: false, places, areaSquareMetres: null, widthMetres: null, location: [x, y], note };
}

function wholeUnit(ground: Ground, unit: number, at: Step, note: string): Draft {
  return {
    ...draftOf(unit, ground.units[unit]!.ring ?? [at], note),
    whole: true,
    location: [at[0] / STEPS_PER_DEGREE, at[1] / STEPS_PER_DEGREE],
  };
}
