/** Streets run through the vertices of the blocks beside them and meet in shared vertices; villages hang on field roads. */
import type { LineString } from 'geojson';
import { makeNames } from '../names.ts';
import { hashUnit, seededRandom } from '../random.ts';
import type { Step } from '../steps.ts';
import { courseOf, type Arc, type ArcMap, type Corner } from './arcs.ts';
import { middle, type Block, type Board } from './blocks.ts';
import type { Compound } from './compounds.ts';
import { RAIL_V, RIVER_U, type Cut } from './plan.ts';
import { lineString, type Layer, type Properties } from './shapes.ts';
import { stepAt } from './warp.ts';

/** Long enough for a name plate, metres. */
const NAMED_LENGTH = 330;
const SUFFIX: Partial<Record<Cut['class'], readonly string[]>> = { tertiary: ['路', '街'], residential: ['巷', '一路', '二路', '里'] };

/** Gives every longer street a name of its own. */
export function nameCuts(cuts: readonly Cut[], seed: number): void {
  const names = makeNames(seededRandom(seed + 2), cuts.length);
  cuts.forEach((cut, i) => {
    const endings = SUFFIX[cut.class];
    if (cut.name !== null || endings === undefined || cut.to - cut.from < NAMED_LENGTH) return;
    cut.name = names[i]! + endings[Math.floor(hashUnit(seed, i, 3) * endings.length)]!;
  });
}

export function streetLines(board: Board, map: ArcMap, blocks: readonly Block[]): Layer<LineString>['features'] {
  const inside = new Set(blocks.flatMap((block) => map.around(block)).map((arc) => arc.key));
  const features: Layer<LineString>['features'] = [];
  for (const cut of board.cuts) {
    if (cut.class === 'river' || cut.class === 'rail' || cut.class === 'parcel') continue;
    // Wide streets go on beyond the district, as they do on a map.
    const always = cut.class === 'primary' || cut.class === 'secondary';
    for (const run of runsOf(map.along(cut), (arc) => arc.cut === cut && (always || inside.has(arc.key)))) {
      const highway = cut.class === 'track' ? 'unclassified' : cut.class;
      const steps = [...run.flatMap(courseOf), stepAt(...run.at(-1)!.to)];
      const dry = steps.slice(isBarred(cut, run[0]!.from) ? 1 : 0, isBarred(cut, run.at(-1)!.to) ? -1 : undefined);
      if (dry.length > 1) features.push(lineString(named({ highway }, cut.name), dry));
    }
  }
  return features;
}

/** A village's main street from one field road to the other, and a lane across. */
export function villageStreets(map: ArcMap, compounds: readonly Compound[]): Layer<LineString>['features'] {
  return compounds.filter((compound) => compound.type === 'village').flatMap(({ block, rect, name }) => {
    const [u, v] = middle(block);
    const sides = map.around(block);
    const nearest = (at: number, axis: 0 | 1, to: Step): Step => nearestOf(sides.filter((arc) => arc.from[axis] === at && arc.to[axis] === at).flatMap(courseOf), to);
    const [west, heart, east, north, south] = [stepAt(rect.u0, v), stepAt(u, v), stepAt(rect.u1, v), stepAt(u, rect.v1), stepAt(u, rect.v0)];
    return [
      lineString({ name: `${name}中街`, highway: 'residential' }, [nearest(block.u0, 0, west), west, heart, east, nearest(block.u1, 0, east)]),
      lineString({ highway: 'residential' }, [north, heart, south]),
    ];
  });
}

/** Paths across parks, from corner to corner. */
export function parkPaths(parks: readonly Block[]): Layer<LineString>['features'] {
  return parks.flatMap((block) => {
    const [u, v] = middle(block);
    const [sw, ne, nw, se] = [stepAt(block.u0, block.v0), stepAt(block.u1, block.v1), stepAt(block.u0, block.v1), stepAt(block.u1, block.v0)];
    const heart = stepAt(u, v);
    return [lineString({ highway: 'footway' }, [sw, heart, ne]), lineString({ highway: 'footway' }, [nw, heart, se])];
  });
}

/** Small roads stop short of river and railway. */
function isBarred(cut: Cut, [u, v]: Corner): boolean {
  return cut.class !== 'primary' && cut.class !== 'secondary' && ((cut.axis === 'v' && u === RIVER_U) || (cut.axis === 'u' && v === RAIL_V));
}

function runsOf(arcs: readonly Arc[], keep: (arc: Arc) => boolean): Arc[][] {
  const runs: Arc[][] = [];
  let open = false;
  for (const arc of arcs) {
    if (!keep(arc)) open = false;
    else if (open) runs.at(-1)!.push(arc);
    else {
      runs.push([arc]);
      open = true;
    }
  }
  return runs;
}

function nearestOf(steps: readonly Step[], to: Step): Step {
  const off = (step: Step): number => (step[0] - to[0]) ** 2 + (step[1] - to[1]) ** 2;
  return steps.reduce((best, step) => (off(step) < off(best) ? step : best));
}

function named(properties: Properties, name: string | null): Properties {
  return name === null ? properties : { name, ...properties };
}
