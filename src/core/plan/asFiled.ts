/** Whether a community still has the ground that the files give it, and no other: only then do their counts of the ground hold for it alone. */
import { isMore } from '../facts/ground.ts';
import type { Plan } from './plan.ts';

/** Scraps of digitising aside. A unit that the files don't have is never as filed. */
export function isAsFiled({ coverage, units }: Plan, unit: number): boolean {
  if (units.get(unit).source === null) return false;
  let [own, foreign] = [0, 0];
  const weigh = (holder: number | null, ids: Iterable<number>): void => {
    for (const id of ids) {
      const { base, areaSquareMetres } = coverage.faces.get(id)!;
      const was = base.includes(unit);
      if (holder === unit) own += areaSquareMetres;
      // What several claimed in the files, too, was nobody's alone.
      if (holder === unit ? !was : was && (holder !== null || base.length === 1)) foreign += areaSquareMetres;
    }
  };
  for (let holder = 0; holder < units.length; holder++) weigh(holder, coverage.facesOf.get(holder));
  weigh(null, coverage.unsettled);
  return own > 0 && !isMore(foreign, own);
}
