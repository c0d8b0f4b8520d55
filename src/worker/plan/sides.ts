/** Everything said of one plan: departures of its units, answered for or not, and the compounds that it cuts. */
import { cutAtoms } from '../../core/households/cutAtoms.ts';
import type { Figures } from '../../core/households/figures.ts';
import { innerPoint } from '../../core/households/innerPoint.ts';
import { figuresOfPiece } from '../../core/households/piece.ts';
import { degreesOf } from '../../core/plan/edit.ts';
import { departuresOf, placeOf, type Departure, type Surroundings } from '../../core/plan/departures.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PieceApart, PlanFinding } from '../planProtocol.ts';

export function departuresIn(plan: Plan, surroundings: Surroundings, units: Iterable<number>): Departure[] {
  return [...units].flatMap((unit) => departuresOf(plan, unit, surroundings));
}

/** `atoms`: look at these only. */
export function cutCompounds(plan: Plan, figures: Figures, atoms: Iterable<number>): { atom: number; finding: PlanFinding }[] {
  return cutAtoms(figures, ['compound'], atoms).map(({ atom, id, name, parts }) => {
    const units = parts.map(({ owner }) => owner).filter((owner) => owner >= 0);
    const { shape } = figures.ledger.atoms[atom]!;
    const at = shape?.type === 'polygon' ? innerPoint(shape.rings) : shape ? [shape.x, shape.y] as [number, number] : null;
    const finding: PlanFinding = {
      kind: 'cutCompound', units, names: units.map((unit) => plan.units.get(unit).name), subject: name ?? id,
      at: at && degreesOf(at[0], at[1]), apart: [], declared: declaredBy(plan, 'cutCompound', units),
    };
    return { atom, finding };
  });
}

/** `figures`: of this plan. */
export function findingOf(plan: Plan, figures: Figures, departure: Departure): PlanFinding {
  const { kind, unit, other, subject, at } = departure;
  const units = other === null ? [unit] : [unit, other];
  return { kind, units, names: units.map((each) => plan.units.get(each).name), subject, at, apart: piecesApart(plan, figures, departure), declared: declaredBy(plan, kind, [unit]) };
}

/** A departure is looked at anew whenever the ground or the figures of its unit change. */
const measured = new WeakMap<Departure, PieceApart[]>();

function piecesApart(plan: Plan, figures: Figures, departure: Departure): PieceApart[] {
  const known = measured.get(departure);
  if (known) return known;
  const pieces = departure.apart.map((faces) => {
    const { areaSquareMetres, households, estimated } = figuresOfPiece(plan, figures, departure.unit, faces);
    return { at: placeOf(plan.coverage, faces[0]!), areaSquareMetres, households, estimated };
  });
  measured.set(departure, pieces);
  return pieces;
}

/** The exception that answers for a departure of these units. */
function declaredBy(plan: Plan, kind: PlanFinding['kind'], units: readonly number[]): string | null {
  return plan.exceptions.find((each) => each.kind === kind && units.some((unit) => each.units.includes(unit)))?.id ?? null;
}
