/** Gates stand in a compound's wall, towards a street; some are kept shut. A short path joins gate and street. */
import type { LineString, Point } from 'geojson';
import { pick, shuffled, wholeBetween, type Random } from '../random.ts';
import type { Step } from '../steps.ts';
import { courseOf, type Arc, type ArcMap } from './arcs.ts';
import type { Compound } from './compounds.ts';
import type { CompoundType } from './housing.ts';
import { lineString, point, type Layer } from './shapes.ts';
import { stepAt } from './warp.ts';

type Access = 'open' | 'residents' | 'closed';

const ACCESS: Record<CompoundType, readonly Access[]> = {
  oldCourtyard: ['open', 'open', 'residents', 'closed'],
  commodity: ['residents', 'residents', 'residents', 'open', 'closed'],
  tower: ['residents', 'residents', 'closed'],
  resettlement: ['open', 'residents', 'residents'],
  village: ['open'],
};

export interface Gates {
  gates: Layer<Point>['features'];
  paths: Layer<LineString>['features'];
}

export function gatesOf(random: Random, map: ArcMap, compounds: readonly Compound[]): Gates {
  const out: Gates = { gates: [], paths: [] };
  for (const compound of compounds) {
    // The first gate is never shut: every compound can be left.
    sidesToStreets(map, compound).slice(0, compound.type === 'village' ? 2 : wholeBetween(random, 1, 3)).forEach((side, i) => {
      const access = pick(random, ACCESS[compound.type]);
      const gate = side.gate;
      out.gates.push(point({ compound: compound.name, access: i === 0 && access === 'closed' ? 'residents' : access }, gate));
      if (compound.type !== 'village' && random() < 0.2) out.paths.push(lineString({ highway: 'footway' }, [side.street, gate, side.court]));
    });
  }
  return out;

  function sidesToStreets(arcs: ArcMap, compound: Compound): { gate: Step; street: Step; court: Step }[] {
    const sides = shuffled(random, ['south', 'north', 'west', 'east'] as const);
    return sides.flatMap((side) => {
      const { rect, block } = compound;
      const isOn = (arc: Arc): boolean => side === 'south' ? arc.from[1] === block.v0 && arc.to[1] === block.v0
        : side === 'north' ? arc.from[1] === block.v1 && arc.to[1] === block.v1
          : side === 'west' ? arc.from[0] === block.u0 && arc.to[0] === block.u0
            : arc.from[0] === block.u1 && arc.to[0] === block.u1;
      const along = arcs.around(block).filter(isOn);
      if (along.some((arc) => arcs.classOf(arc) === 'river' || arcs.classOf(arc) === 'rail')) return [];
      const u = (rect.u0 + rect.u1) / 2;
      const v = (rect.v0 + rect.v1) / 2;
      const [gu, gv] = side === 'south' ? [u, rect.v0] : side === 'north' ? [u, rect.v1] : side === 'west' ? [rect.u0, v] : [rect.u1, v];
      const gate = stepAt(gu, gv);
      const street = nearest(along.flatMap((arc) => [...courseOf(arc)]), gate);
      return [{ gate, street, court: stepAt(gu + (u - gu) * 0.5, gv + (v - gv) * 0.5) }];
    });
  }
}

function nearest(steps: readonly Step[], to: Step): Step {
  const off = (step: Step): number => (step[0] - to[0]) ** 2 + (step[1] - to[1]) ** 2;
  return steps.reduce((best, step) => (off(step) < off(best) ? step : best));
}
