/** Faults of single vertices on a shared line: left out, moved a hair, added on one side, swapped, run out and back. */
import { shuffled, type Random } from '../random.ts';
import { areaSquareMetres, contains, distanceMetres, perimeterMetres, segmentsMeet, turn } from '../ring.ts';
import { planeAt, STEPS_PER_DEGREE, type Step } from '../steps.ts';
import type { Draft, Planter } from './draft.ts';
import type { Chain, Ground } from './ground.ts';

/** A bend thinner than this might be taken for a near-match (tolerance 0.1 m): its class would be unsure. */
const SURE_WIDTH_METRES = 0.3;

/** A bend left out on one side: the triangle is a gap where the line bulged outwards, else an overlap. */
export function deletedVertex(result: 'gap' | 'overlap'): Planter {
  return (ground, unit, random) => atVertex(ground, unit, random, (chain, i) => {
    const [a, b, c] = [chain.points[i - 1]!, chain.points[i]!, chain.points[i + 1]!];
    if (turn(a, b, c) > 0 !== (result === 'gap')) return null;
    const triangle = [a, b, c];
    const width = (4 * areaSquareMetres(triangle)) / perimeterMetres(triangle);
    if (width < SURE_WIDTH_METRES || !ground.isClear([a, c])) return null;
    return {
      ...draftAt(chain, triangle, `一侧缺一个界址点，形成三角形${result === 'gap' ? '缝隙' : '重叠'}`),
      edits: [{ do: 'splice', unit, from: a, to: c, path: [] }],
      areaSquareMetres: areaSquareMetres(triangle),
      location: centre(triangle),
    };
  });
}

/** One vertex three centimetres off: too little to be a gap, too much to match. */
export const nearMatch: Planter = (ground, unit, random) => atVertex(ground, unit, random, (chain, i) => {
  const [a, b, c] = [chain.points[i - 1]!, chain.points[i]!, chain.points[i + 1]!];
  const plane = planeAt(a);
  const [cx, cy] = plane.toMetres(c);
  const chord = Math.hypot(cx, cy);
  const by = plane.toStep((-cy / chord) * 0.03, (cx / chord) * 0.03);
  const movedTo: Step = [b[0] + by[0] - a[0], b[1] + by[1] - a[1]];
  const sliver = [a, b, c, movedTo];
  if (!ground.isClear([a, movedTo, c])) return null;
  return {
    ...draftAt(chain, [a, b, c], '一个界址点偏离约 3 cm'),
    edits: [{ do: 'splice', unit, from: a, to: c, path: [movedTo] }],
    areaSquareMetres: areaSquareMetres(sliver),
    widthMetres: distanceMetres(b, movedTo),
    location: centre([b, movedTo]),
  };
});

/** A vertex that the neighbour lacks, exactly on the line: only an edge with even differences has such a midpoint. */
export const unmatchedVertex: Planter = (ground, unit, random) => atVertex(ground, unit, random, (chain, i) => {
  const [a, b] = [chain.points[i]!, chain.points[i + 1]!];
  if ((a[0] + b[0]) % 2 !== 0 || (a[1] + b[1]) % 2 !== 0) return null;
  const middle: Step = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return {
    ...draftAt(chain, [a, b], '一侧边上多出一个界址点，正落在边上'),
    edits: [{ do: 'splice', unit, from: a, to: b, path: [middle] }],
    location: centre([middle]),
  };
});

/** Two vertices in the wrong order: the line crosses itself like a bow-tie. */
export const selfCrossing: Planter = (ground, unit, random) => atVertex(ground, unit, random, (chain, i) => {
  const [p, a, b, n] = [chain.points[i - 1]!, chain.points[i]!, chain.points[i + 1]!, chain.points[i + 2]];
  if (n === undefined || !segmentsMeet(p, b, a, n) || turn(p, a, b) * turn(a, b, n) <= 0) return null;
  const thin = Math.min(areaSquareMetres([p, a, b]), areaSquareMetres([a, b, n]));
  if (thin < 20 || !clearBut(ground, p, n, [a, b])) return null;
  return {
    ...draftAt(chain, [p, a, b, n], '两个相邻界址点次序颠倒，界线成蝴蝶结'),
    units: [unit],
    edits: [{ do: 'splice', unit, from: p, to: n, path: [b, a] }],
    location: crossing(p, b, a, n),
  };
});

/** Thirty metres out and back on the same line. */
export const spike: Planter = (ground, unit, random) => atVertex(ground, unit, random, (chain, i) => {
  const [a, b, c] = [chain.points[i - 1]!, chain.points[i]!, chain.points[i + 1]!];
  const plane = planeAt(b);
  const [ax, ay] = plane.toMetres(a);
  const [cx, cy] = plane.toMetres(c);
  const chord = Math.hypot(cx - ax, cy - ay);
  const tip = plane.toStep((-(cy - ay) / chord) * 30, ((cx - ax) / chord) * 30);
  if (!contains(ground.units[unit]!.ring!, tip) || !ground.isClear([b, tip])) return null;
  return {
    ...draftAt(chain, [a, b, c, tip], '界线伸出 30 m 又原路返回'),
    units: [unit],
    edits: [{ do: 'splice', unit, from: b, to: c, path: [tip, b] }],
    location: centre([b, tip]),
  };
});

/** Tries the inner vertices of the shared chains, leaving two at each end. */
function atVertex(ground: Ground, unit: number, random: Random, attempt: (chain: Chain, i: number) => Draft | null): Draft | null {
  for (const chain of shuffled(random, ground.chains(unit).filter((c) => c.other >= 0))) {
    const inner = chain.points.map((_, i) => i).slice(2, -2);
    for (const i of shuffled(random, inner)) {
      const draft = attempt(chain, i);
      if (draft !== null) return draft;
    }
  }
  return null;
}

function draftAt(chain: Chain, places: Step[], note: string): Draft {
  const units = [chain.unit, chain.other];
  return { edits: [], units, touched: units, whole: false, places, areaSquareMetres: null, widthMetres: null, location: centre(places), note };
}

/** Swapped vertices keep their places, so edges that end in them are no obstacle. */
function clearBut(ground: Ground, p: Step, n: Step, [a, b]: [Step, Step]): boolean {
  return ground.isClear([p, b]) && ground.isClear([a, n]);
}

function crossing(a: Step, b: Step, c: Step, d: Step): [number, number] {
  const t = turn(c, d, a) / (turn(c, d, a) - turn(c, d, b));
  return [(a[0] + (b[0] - a[0]) * t) / STEPS_PER_DEGREE, (a[1] + (b[1] - a[1]) * t) / STEPS_PER_DEGREE];
}

function centre(points: readonly Step[]): [number, number] {
  const sum = points.reduce<Step>(([x, y], step) => [x + step[0], y + step[1]], [0, 0]);
  return [sum[0] / points.length / STEPS_PER_DEGREE, sum[1] / points.length / STEPS_PER_DEGREE];
}
