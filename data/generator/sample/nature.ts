/** River, reservoir, railway and green: what the map shows under the communities. */
import type { LineString, Polygon } from 'geojson';
import { hashUnit } from '../random.ts';
import type { Step } from '../steps.ts';
import { courseOf, type ArcMap } from './arcs.ts';
import type { Block, Board } from './blocks.ts';
import type { Lot } from './compounds.ts';
import { RAIL_NAME, RIVER_HALF_WIDTH, RIVER_NAME, RIVER_U, V_MAX, type Rect } from './plan.ts';
import { coarse, lineString, polygon, rectRing, shrunk, type Layer } from './shapes.ts';
import { stepAt } from './warp.ts';

export const RESERVOIR_NAME = '望岭水库';

export function waterLayer(reservoirs: readonly Block[]): Layer<Polygon>['features'] {
  return [
    polygon({ name: RIVER_NAME, kind: 'river' }, riverRing()),
    ...reservoirs.map((block) => polygon({ name: RESERVOIR_NAME, kind: 'reservoir' }, lakeRing(shrunk(block, 45)))),
  ].map(coarse);
}

export function railwayLayer(board: Board, map: ArcMap): Layer<LineString>['features'] {
  const cut = board.cuts.find((c) => c.class === 'rail')!;
  const arcs = map.along(cut);
  return [lineString({ name: RAIL_NAME, railway: 'rail' }, [...arcs.flatMap(courseOf), stepAt(...arcs.at(-1)!.to)])];
}

export function greenLayer(lots: readonly Lot[]): Layer<Polygon>['features'] {
  return lots.filter((lot) => lot.use === 'park').map(({ block, rect }) => {
    const kind = block.use === 'riverside' ? 'riverside' : block.rural ? 'wood' : 'park';
    return coarse(polygon({ kind }, rectRing(rect)));
  });
}

/** The banks swing a little wider here and there, never as far as the riverside roads. */
function riverRing(): Step[] {
  const stops = Array.from({ length: Math.round(V_MAX / 75) + 1 }, (_, i) => (i * V_MAX) / Math.round(V_MAX / 75));
  const half = (v: number): number => RIVER_HALF_WIDTH + 9 * Math.sin(v / 420) + 5 * Math.sin(v / 170 + 1);
  return [...stops.map((v) => stepAt(RIVER_U + half(v), v)), ...stops.reverse().map((v) => stepAt(RIVER_U - half(v + 300), v))];
}

function lakeRing(rect: Rect): Step[] {
  const [u, v] = [(rect.u0 + rect.u1) / 2, (rect.v0 + rect.v1) / 2];
  const points = 40;
  return Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    const reach = 0.8 + 0.12 * Math.sin(3 * angle + 1) + 0.08 * Math.sin(5 * angle) + 0.05 * (hashUnit(9, i) - 0.5);
    return stepAt(u + ((rect.u1 - rect.u0) / 2) * reach * Math.cos(angle), v + ((rect.v1 - rect.v0) / 2) * reach * Math.sin(angle));
  });
}
