/** Everything said of one plan: departures of its units, answered for or not, and the compounds that it cuts. */
import { cutAtoms } from '../../core/households/cutAtoms.ts';
import type { Figures } from '../../core/households/figures.ts';
import { innerPoint } from '../../core/households/innerPoint.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import { departuresOf, type Departure, type Surroundings } from '../../core/plan/departures.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PlanFinding } from '../planProtocol.ts';

/** By the list of faces of a unit: it is made anew whenever one of them changes. */
const known = new WeakMap<readonly number[], Departure[]>();

export function departuresIn(plan: Plan, surroundings: Surroundings, units: Iterable<number>): Departure[] {
  return [...units].flatMap((unit) => departuresOf(plan, unit, surroundings));
}

export function allDepartures(plan: Plan, surroundings: Surroundings): Departure[] {
  const found: Departure[] = [];
  for (let unit = 0; unit < plan.units.length; unit++) {
    const faces = unit < plan.coverage.facesOf.length ? plan.coverage.facesOf.get(unit) : [];
    // An enclave's departure names its neighbour: kept only while that is the same unit, which its own faces do not tell.
    const before = known.get(faces);
    if (before && !before.some(({ kind }) => kind === 'enclave')) {
      found.push(...before);
      continue;
    }
    const departures = departuresOf(plan, unit, surroundings);
    known.set(faces, departures);
    found.push(...departures);
  }
  return found;
}

/** `atoms`: look at these only. */
export function cutCompounds(plan: Plan, figures: Figures, atoms?: Iterable<number>): PlanFinding[] {
  return cutAtoms(figures, ['compound'], atoms).map(({ atom, id, name, parts }) => {
    const units = parts.map(({ owner }) => owner).filter((owner) => owner >= 0);
    const { shape } = figures.ledger.atoms[atom]!;
    const at = shape?.type === 'polygon' ? innerPoint(shape.rings) : shape ? [shape.x, shape.y] as [number, number] : null;
    return {
      kind: 'cutCompound' as const, units, names: units.map((unit) => plan.units.get(unit).name), subject: name ?? id,
      at: at && degreesOf(at[0], at[1]), declared: declaredBy(plan, 'cutCompound', units),
    };
  });
}

export function findingOf(plan: Plan, { kind, unit, other, subject, at }: Departure): PlanFinding {
  const units = other === null ? [unit] : [unit, other];
  return { kind, units, names: units.map((each) => plan.units.get(each).name), subject, at, declared: declaredBy(plan, kind, [unit]) };
}

/** The exception that answers for a departure of these units. */
function declaredBy(plan: Plan, kind: PlanFinding['kind'], units: readonly number[]): string | null {
  return plan.exceptions.find((each) => each.kind === kind && units.some((unit) => each.units.includes(unit)))?.id ?? null;
}
