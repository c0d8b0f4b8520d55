/** Ground of no community, declared with its kind; where two communities claim it, both are named. */
import type { MultiPolygon, Polygon } from 'geojson';
import type { ArcMap } from './arcs.ts';
import type { Block } from './blocks.ts';
import type { Community } from './divisions.ts';
import { RESERVOIR_NAME } from './nature.ts';
import { unionOf, type Layer } from './shapes.ts';

const NAMES: Partial<Record<NonNullable<Block['use']>, string>> = {
  barracks: '南塬营区',
  campus: '澜川学院',
  reservoir: RESERVOIR_NAME,
  contested: '采薇渡旧货场地块',
};

export function isDeclared(block: Block): boolean {
  return block.use !== null && block.use in NAMES;
}

export function declaredLayer(map: ArcMap, blocks: readonly Block[], communities: readonly Community[]): Layer<Polygon | MultiPolygon>['features'] {
  return blocks.filter(isDeclared).map((block) => ({
    type: 'Feature',
    properties: {
      name: NAMES[block.use!],
      kind: block.use,
      ...(block.use === 'contested' ? { claimants: claimants(map, block, communities) } : {}),
    },
    geometry: unionOf(map, [block]),
  }));
}

/** Codes of the two communities with the longest border to the ground. */
function claimants(map: ArcMap, block: Block, communities: readonly Community[]): string[] {
  const own = new Map(map.around(block).map((arc) => [arc.key, Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1])]));
  const border = (community: Community): number =>
    community.blocks.flatMap((b) => map.around(b)).reduce((sum, arc) => sum + (own.get(arc.key) ?? 0), 0);
  return communities.map((c) => ({ code: c.code, length: border(c) })).sort((a, b) => b.length - a.length).slice(0, 2).map((c) => c.code);
}
