/** Facilities stand on the street side of blocks, mostly where people are; not every community has every kind. */
import type { Point } from 'geojson';
import { between, pick, wholeBetween, type Random } from '../random.ts';
import { CATEGORIES, type Category } from './categories.ts';
import type { Lot } from './compounds.ts';
import type { Community } from './divisions.ts';
import type { Rect } from './plan.ts';
import { coarse, point, type Layer } from './shapes.ts';
import { stepAt } from './warp.ts';

/** How many of a category a village has, as a share of what a town community has. */
const RURAL_SHARE = 0.62;

export function facilitiesOf(random: Random, community: Community, rects: readonly Rect[], lots: readonly Lot[]): Layer<Point>['features'] {
  const open = lots.filter((lot) => lot.use === 'park' || lot.use === 'square').map((lot) => lot.rect);
  return CATEGORIES.flatMap((category) => {
    const mean = category.perCommunity * (community.kind === 'urban' ? 1 : RURAL_SHARE);
    const count = Math.floor(mean + random());
    const outdoors = ['sports', 'plaza', 'emergencyShelter'].includes(category.id) && open.length > 0;
    return Array.from({ length: count }, (_, i) => {
      const [u, v] = onEdge(random, pick(random, outdoors ? open : rects));
      return coarse(point(attributes(random, category, community, i), stepAt(u, v)));
    });
  });
}

function attributes(random: Random, category: Category, community: Community, i: number): Record<string, unknown> {
  const { area, capacity } = category;
  const out: Record<string, unknown> = { name: `${community.stem}${category.name}${i > 0 ? String(i + 1) : ''}`, category: category.id };
  // One figure in twelve was never written down.
  if (area !== undefined && random() > 0.08) out['areaSquareMetres'] = Math.round(between(random, ...area) / 5) * 5;
  if (capacity !== undefined && random() > 0.08) out['capacity'] = wholeBetween(random, ...capacity);
  return out;
}

/** A place just behind the pavement. */
function onEdge(random: Random, rect: Rect): [number, number] {
  const t = between(random, 0.15, 0.85);
  const [wide, high] = [rect.u1 - rect.u0, rect.v1 - rect.v0];
  switch (Math.floor(random() * 4)) {
    case 0: return [rect.u0 + t * wide, rect.v0 + 3];
    case 1: return [rect.u0 + t * wide, rect.v1 - 3];
    case 2: return [rect.u0 + 3, rect.v0 + t * high];
    default: return [rect.u1 - 3, rect.v0 + t * high];
  }
}
