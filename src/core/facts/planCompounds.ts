/** Compounds as the rules ask for them: with the community whose ground holds most of each, and the counts of their atoms. */
import type { Figures } from '../households/figures.ts';
import { partsOfBearer } from '../households/read.ts';
import type { Plan } from '../plan/plan.ts';
import { known } from '../rules/fact.ts';
import { compoundFacts, type CompoundFacts, type GivenCompound } from '../rules/facts.ts';

/** `given` by id of the atom. In the order of the atoms. */
export function planCompounds(plan: Plan, figures: Figures, given: ReadonlyMap<string, GivenCompound>): CompoundFacts[] {
  const attached = new Set(plan.attachments.map(({ compound }) => compound));
  return figures.ledger.atoms.flatMap(({ id, name, kind, households, people }, k) => {
    if (kind !== 'compound') return [];
    const main = partsOfBearer(figures, k).reduce<{ owner: number; area: number } | null>((most, part) => (most === null || part.area > most.area ? part : most), null);
    const community = main !== null && main.owner >= 0 ? plan.units.get(main.owner).id : null;
    return [compoundFacts(id, name ?? id, community, {
      ...(households === null ? {} : { households: known(households, { basis: 'resident' }) }), ...(people === null ? {} : { people: known(people, { basis: 'resident' }) }),
      ...given.get(id), ...(attached.has(id) || (name !== null && attached.has(name)) ? { attached: known(true, { source: 'plan' }) } : {}),
    })];
  });
}
