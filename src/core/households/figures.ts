/**
 * Households, people and area of every community and of the ground that is no community's, kept up with the plan.
 *
 * A value: an update gives new figures and leaves the old ones as they were. What an edit costs depends on the faces that it
 * touches: only atoms in them are placed anew, only communities whose original ground they are have their remainder divided
 * anew. All sums are of whole numbers, so figures kept up edit by edit equal figures counted afresh to the last digit.
 */
import { OUTSIDE_FACE, type Coverage } from '../coverage/coverage.ts';
import { PagedArray } from '../pagedArray.ts';
import type { Unit } from '../plan/plan.ts';
import type { Work } from '../progress.ts';
import type { Dataset } from './atom.ts';
import { atomsIn, changedFaces, sameGround } from './changed.ts';
import { countsOf, divider, recounted, type PlanGround } from './divider.ts';
import { openGround } from './ground.ts';
import { openLedger, type Ledger } from './ledger.ts';
import { GROUPS, ownerOfFace } from './owner.ts';
import { sameParts, type Parts } from './parts.ts';
import { faceArea, facesOfPlace, placeOf, samePlace, type Place } from './place.ts';
import { addFace, addParts, EMPTY_TALLY, sumTallies, type Changes, type Tally } from './tally.ts';

export type { PlanGround };

export interface Figures extends PlanGround {
  readonly ledger: Ledger;
  /** Of each atom, then of each extra shape of the ledger. 0 for rows without a shape. */
  readonly places: PagedArray<Place>;
  /** Of each bearer: atoms first, then the remainder of each unit of the files. */
  readonly parts: PagedArray<Parts>;
  /** By unit. Declared ones are summed as a group and stand empty here. */
  readonly tallies: PagedArray<Tally>;
  /** By group, in the order of `GROUPS`. */
  readonly groups: readonly Tally[];
}

/** Atoms placed between two reports of progress. */
const ATOMS_PER_STEP = 2000;

/** Places every atom and counts everything. Seconds for a city. */
export function* openFigures(dataset: Dataset, plan: PlanGround): Work<Figures> {
  const ground = openGround(plan.coverage);
  const atomPlaces: Place[] = [];
  for (const { shape } of dataset.atoms) {
    if (atomPlaces.length % ATOMS_PER_STEP === 0) yield { phase: 'households', fraction: (0.7 * atomPlaces.length) / dataset.atoms.length };
    atomPlaces.push(shape === null ? OUTSIDE_FACE : placeOf(ground, shape));
  }
  const { ledger, places } = yield* openLedger(dataset, ground, plan.units, atomPlaces);
  yield { phase: 'households', fraction: 0.9 };
  return figuresAt(ledger, plan, PagedArray.from(places));
}

/** Counts everything from places that are known. */
function figuresAt(ledger: Ledger, plan: PlanGround, places: PagedArray<Place>): Figures {
  const count = divider(ledger, plan, places);
  const bearers = ledger.atoms.length + ledger.remainders.length;
  const changes: Changes = new Map();
  const parts: Parts[] = [];
  for (let bearer = 0; bearer < bearers; bearer++) {
    const divided = count(bearer);
    parts.push(divided);
    addParts(changes, countsOf(ledger, bearer), divided, 1);
  }
  for (let face = 0; face < plan.coverage.faces.length; face++) countFace(changes, plan, face, 1);
  const blank = PagedArray.from<Tally>(Array.from({ length: plan.units.length }, () => EMPTY_TALLY));
  return {
    ledger, coverage: plan.coverage, units: plan.units, counted: plan.counted, places, parts: PagedArray.from(parts),
    ...tallied(blank, GROUPS.map(() => EMPTY_TALLY), plan.units, changes),
  };
}

/**
 * The figures of the next plan. `changed`: faces that are not the same in both coverages; the caller may know them, else they
 * are looked up. Rests on this: units keep their index and role, and what each unit claimed in the files stays.
 */
export function updateFigures(figures: Figures, plan: PlanGround, changed: Iterable<number> = changedFaces(figures.coverage, plan.coverage)): Figures {
  const { ledger } = figures;
  const faces = new Set([...changed].filter((face) => face !== OUTSIDE_FACE));
  const moved = new Set([...faces].filter((face) => !sameGround(figures.coverage, plan.coverage, face)));
  const touched = atomsIn(figures, plan.coverage, faces);
  const places = replaced(figures, plan.coverage, touched, moved);

  const bearers = new Set(touched.filter((index) => index < ledger.atoms.length));
  for (const unit of basesOf([figures.coverage, plan.coverage], faces)) {
    for (const row of ledger.rows[unit] ?? []) bearers.add(row);
    if (unit < ledger.remainders.length) bearers.add(ledger.atoms.length + unit);
  }
  for (const bearer of recounted(ledger, figures.counted, plan.counted)) bearers.add(bearer);

  const count = divider(ledger, plan, places);
  const changes: Changes = new Map();
  const parts = new Map<number, Parts>();
  for (const bearer of bearers) {
    const before = figures.parts.get(bearer);
    const after = count(bearer);
    if (sameParts(before, after)) continue;
    parts.set(bearer, after);
    addParts(changes, countsOf(ledger, bearer), before, -1);
    addParts(changes, countsOf(ledger, bearer), after, 1);
  }
  for (const face of faces) {
    countFace(changes, figures, face, -1);
    countFace(changes, plan, face, 1);
  }
  return {
    ledger, coverage: plan.coverage, units: plan.units, counted: plan.counted, places, parts: figures.parts.with(parts),
    ...tallied(figures.tallies, figures.groups, plan.units, changes),
  };
}

/** Atoms and extra shapes in faces whose ground is another now, where they lie now. */
function replaced(figures: Figures, after: Coverage, touched: readonly number[], moved: ReadonlySet<number>): PagedArray<Place> {
  const { ledger, places } = figures;
  const ground = openGround(after);
  const changes = new Map<number, Place>();
  for (const index of touched) {
    const before = places.get(index);
    if (!facesOfPlace(before).some((face) => moved.has(face))) continue;
    const extra = index - ledger.atoms.length;
    const now = extra < 0 ? placeOf(ground, ledger.atoms[index]!.shape!) : placeOf(ground, ledger.extraShapes[extra]!.shape, 'any');
    if (!samePlace(before, now)) changes.set(index, now);
  }
  return places.with(changes);
}

function basesOf(coverages: readonly Coverage[], faces: ReadonlySet<number>): Set<number> {
  const units = new Set<number>();
  for (const { faces: all } of coverages) {
    for (const id of faces) for (const unit of (id < all.length ? all.get(id) : null)?.base ?? []) units.add(unit);
  }
  return units;
}

function countFace(changes: Changes, { coverage, units }: Pick<PlanGround, 'coverage' | 'units'>, id: number, sign: 1 | -1): void {
  const face = id < coverage.faces.length ? coverage.faces.get(id) : null;
  if (face && id !== OUTSIDE_FACE) addFace(changes, ownerOfFace(face, id, units), faceArea(coverage, id), sign);
}

function tallied(before: PagedArray<Tally>, groups: readonly Tally[], units: PagedArray<Unit>, changes: Changes): Pick<Figures, 'tallies' | 'groups'> {
  // Units of another scenario have gone: nothing is left with them.
  if (before.length > units.length) before = PagedArray.from([...before].slice(0, units.length));
  const own = new Map<number, Tally>();
  for (let unit = before.length; unit < units.length; unit++) own.set(unit, EMPTY_TALLY);
  for (const [owner, change] of changes) {
    if (owner >= 0 && owner < units.length) own.set(owner, sumTallies(owner < before.length ? before.get(owner) : EMPTY_TALLY, change));
  }
  return {
    tallies: before.with(own),
    groups: groups.map((group, k) => sumTallies(group, changes.get(-1 - k) ?? EMPTY_TALLY)),
  };
}
