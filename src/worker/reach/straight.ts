/** Distances as the crow flies, where no streets are loaded: an upper bound of who is covered, and said to be one. */
import { STEPS_PER_DEGREE } from '../../core/geo/coordinates.ts';
import type { Catchment } from '../../core/network/catchment.ts';
import { lengthMillimetres } from '../../core/network/edgeLength.ts';
import { UNREACHED } from '../../core/network/place.ts';
import type { ProposedFacility } from '../../core/plan/plan.ts';
import type { Facility } from '../../io/streets/readFacilities.ts';
import type { PlacedHomes } from './homes.ts';

export function straightCatchment({ places }: PlacedHomes, categories: readonly string[], facilities: readonly Facility[], proposed: readonly ProposedFacility[]): Catchment {
  const homes = places.length / 2;
  const millimetres = new Uint32Array(homes * categories.length).fill(UNREACHED);
  const nearest = new Int32Array(homes * categories.length).fill(-1);
  const counts = new Uint32Array(categories.length);
  categories.forEach((category, c) => {
    const sites = [
      ...facilities.flatMap((each) => (each.category === category ? [[each.x, each.y] as const] : [])),
      ...proposed.flatMap(({ category: own, at }) => (own === category ? [[Math.round(at[0] * STEPS_PER_DEGREE), Math.round(at[1] * STEPS_PER_DEGREE)] as const] : [])),
    ];
    counts[c] = sites.length;
    for (let home = 0; home < homes; home++) {
      for (const [k, [x, y]] of sites.entries()) {
        const there = lengthMillimetres(places[2 * home]!, places[2 * home + 1]!, x, y);
        if (there >= millimetres[c * homes + home]!) continue;
        millimetres[c * homes + home] = there;
        nearest[c * homes + home] = k;
      }
    }
  });
  return { categories, homes, millimetres, nearest, facilities: counts };
}
