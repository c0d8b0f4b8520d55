/** Figures of the whole plan that no community bears, by the names of the profile's rows. */
import type { AreaFigures } from '../assess.ts';
import type { Figures } from '../households/figures.ts';
import { OUTSIDE } from '../households/owner.ts';
import { partsOfBearer } from '../households/read.ts';
import type { Plan } from '../plan/plan.ts';
import { known } from '../rules/fact.ts';

/** Ground declared as contested by its kind counts with what several claim. */
const CONTESTED_KIND = /contested|争议|插花/i;

/** `more`: figures of the area from tables, such as `row30`. */
export function areaFigures(plan: Plan, figures: Figures, more: AreaFigures = {}): AreaFigures {
  const { coverage, units } = plan;
  let [unassigned, contested] = [0, 0];
  for (const id of coverage.unsettled) {
    const { claimants, inParent, areaSquareMetres } = coverage.faces.get(id)!;
    if (claimants.length > 1) contested += areaSquareMetres;
    else if (inParent) unassigned += areaSquareMetres;
  }
  for (let unit = 0; unit < units.length; unit++) {
    const { role, abolished, groundKind } = units.get(unit);
    if (role !== 'declared' || abolished || !CONTESTED_KIND.test(groundKind ?? '')) continue;
    for (const face of coverage.facesOf.get(unit)) contested += coverage.faces.get(face)!.areaSquareMetres;
  }
  const compounds = figures.ledger.atoms.flatMap(({ kind }, k) => (kind === 'compound' ? [k] : []));
  const attached = new Set(plan.attachments.map(({ compound }) => compound));
  const alone = compounds.filter((k) => {
    const { id, name } = figures.ledger.atoms[k]!;
    return !attached.has(id) && (name === null || !attached.has(name)) && partsOfBearer(figures, k).every(({ owner }) => owner < 0 && owner !== OUTSIDE);
  });
  return {
    'extra.unassigned': known(unassigned, { source: 'plan' }),
    'extra.contested': known(contested, { source: 'plan' }),
    ...(compounds.length === 0 ? {} : { 'extra.unattachedCompounds': known(alone.length, { source: 'plan' }) }),
    ...more,
  };
}
