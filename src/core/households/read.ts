/** Reading figures: of a community, of a group, of the whole plan, of one atom. */
import type { Counts } from './atom.ts';
import { countsOf } from './divider.ts';
import type { Figures } from './figures.ts';
import { GROUPS, ownerOfUnit, type Group } from './owner.ts';
import type { Part } from './parts.ts';
import { AREA_UNITS_PER_SQUARE_METRE } from './place.ts';
import { EMPTY_TALLY, sumTallies, type Tally } from './tally.ts';

export interface OwnerFigures {
  readonly households: number;
  readonly people: number;
  /** Of these, how much is an estimate by area. */
  readonly estimatedHouseholds: number;
  readonly estimatedPeople: number;
  /** Whether any atom or figure of its own bears it; if none, the number is nought and says nothing. */
  readonly householdsKnown: boolean;
  readonly peopleKnown: boolean;
  readonly areaSquareMetres: number;
  readonly faces: number;
}

/** Of a unit by its index; of a declared unit: of all declared ground together. */
export function figuresOfUnit(figures: Figures, unit: number): OwnerFigures {
  const owner = ownerOfUnit(unit, figures.units);
  return view(owner >= 0 ? figures.tallies.get(owner) : figures.groups[-1 - owner]!);
}

/** Of ground that is no community's. `outside` has the atoms beyond all ground. */
export function figuresOfGroup(figures: Figures, group: Group): OwnerFigures {
  return view(figures.groups[GROUPS.indexOf(group)]!);
}

export interface PlanFigures {
  readonly assigned: OwnerFigures;
  readonly declared: OwnerFigures;
  readonly unassigned: OwnerFigures;
  readonly contested: OwnerFigures;
  /** The four together: the same in every plan of the dataset. */
  readonly total: OwnerFigures;
  /** Atoms beyond all ground; not in the total. */
  readonly outside: OwnerFigures;
}

export function planFigures(figures: Figures): PlanFigures {
  let assigned = EMPTY_TALLY;
  for (const tally of figures.tallies) assigned = sumTallies(assigned, tally);
  const [declared, unassigned, contested, outside] = figures.groups as [Tally, Tally, Tally, Tally];
  const total = [assigned, declared, unassigned, contested].reduce(sumTallies);
  return { assigned: view(assigned), declared: view(declared), unassigned: view(unassigned), contested: view(contested), total: view(total), outside: view(outside) };
}

/** Parts of an atom, or of a remainder by `remainderId`, in the order of owners; they sum to it. Null for an id that is unknown. */
export function partsOf(figures: Figures, id: string): readonly Part[] | null {
  const bearer = figures.ledger.bearerOf.get(id);
  return bearer === undefined ? null : partsOfBearer(figures, bearer);
}

export function partsOfBearer({ ledger, parts }: Figures, bearer: number): readonly Part[] {
  const found = parts.get(bearer);
  if (typeof found !== 'number') return found;
  const counts: Counts = countsOf(ledger, bearer);
  return [{ owner: found, area: 0, households: counts.households, people: counts.people, estimatedHouseholds: false, estimatedPeople: false }];
}

function view(tally: Tally): OwnerFigures {
  return {
    households: tally.households, people: tally.people,
    estimatedHouseholds: tally.estimatedHouseholds, estimatedPeople: tally.estimatedPeople,
    householdsKnown: tally.householdBearers > 0, peopleKnown: tally.peopleBearers > 0,
    areaSquareMetres: tally.area / AREA_UNITS_PER_SQUARE_METRE, faces: tally.faces,
  };
}

