/**
 * What is fixed when the files are loaded: which community each atom belongs to, and what of a community's own figure its atoms
 * do not explain. No edit changes it; every plan of the files shares it.
 */
import Flatbush from 'flatbush';
import type { Unit } from '../plan/plan.ts';
import type { PagedArray } from '../pagedArray.ts';
import type { Work } from '../progress.ts';
import { OUTSIDE_FACE, type Coverage } from '../coverage/coverage.ts';
import { cleanAtoms, isCount, type DataFindings } from './dataFindings.ts';
import type { Atom, CountField, Counts, Dataset } from './atom.ts';
import { coversOf, type Cover, type ExtraShape } from './covers.ts';
import { locate, type Ground } from './ground.ts';
import { innerPoint } from './innerPoint.ts';
import { placeOf, type Place } from './place.ts';
import { coversAll } from './spread.ts';

export interface Ledger {
  /** With counts that are none taken out. */
  readonly atoms: readonly Atom[];
  /** By index of the unit in the files. Null: no figure of its own. */
  readonly remainders: readonly Counts[];
  /** Unit that each atom belongs to, -1 for none. */
  readonly home: Int32Array;
  /** By unit: what its remainder keeps clear of. */
  readonly covers: readonly (readonly Cover[])[];
  /** Places behind the atoms': of overlapping atoms taken as one. */
  readonly extraShapes: readonly ExtraShape[];
  /** By unit: whether its remainder is spread over all its ground, because its atoms cover it. */
  readonly overWhole: Readonly<Record<CountField, readonly boolean[]>>;
  /** By unit: atoms without a shape. */
  readonly rows: readonly (readonly number[])[];
  /** Bearer by id: atoms, then remainders. Of atoms with one id the first. */
  readonly bearerOf: ReadonlyMap<string, number>;
  /** Boxes of all that has a place; null where nothing has. */
  readonly tree: Flatbush | null;
  /** Place of each item of the tree. */
  readonly treePlace: Int32Array;
  readonly findings: DataFindings;
}

/** Id of a community's remainder, as commands and lists name it. */
export function remainderId(unitId: string): string {
  return `remainder:${unitId}`;
}

/** Takes the places of the atoms as they lie now; adds those of the extra shapes. */
export function* openLedger(
  dataset: Dataset, ground: Ground, units: PagedArray<Unit>, atomPlaces: readonly Place[],
): Work<{ ledger: Ledger; places: Place[] }> {
  yield { phase: 'households', fraction: 0.7 };
  const { atoms, findings: cleaned } = cleanAtoms(dataset.atoms);
  const { coverage } = ground;
  const sources = coverage.baseFacesOf.length;
  const home = Int32Array.from(atoms, (atom, k) => homeOf(atom, atomPlaces[k]!, ground, units));
  const isOut = (k: number) => atoms[k]!.shape === null ? !hasGround(coverage, home[k]!) : atomPlaces[k] === OUTSIDE_FACE;
  yield { phase: 'households', fraction: 0.75 };
  const { covers, extraShapes } = coversOf(atoms, home, ground, sources);
  yield { phase: 'households', fraction: 0.85 };
  const places = [...atomPlaces, ...extraShapes.map(({ shape }) => placeOf(ground, shape, 'any'))];

  const explained = Array.from({ length: sources }, () => ({ households: 0, people: 0 }));
  const rows: number[][] = Array.from({ length: sources }, () => []);
  atoms.forEach((atom, k) => {
    const at = home[k]!;
    if (at < 0 || at >= sources) return;
    if (atom.shape === null) rows[at]!.push(k);
    if (isOut(k)) return;
    explained[at]!.households += atom.households ?? 0;
    explained[at]!.people += atom.people ?? 0;
  });
  const beyond = (unit: number, field: CountField) => {
    const figure = dataset.control[unit]?.[field] ?? null;
    return figure === null || !isCount(figure) ? null : figure - explained[unit]![field];
  };
  const raw = explained.map((_, unit) => ({ households: beyond(unit, 'households'), people: beyond(unit, 'people') }));
  const atLeastNone = (value: number | null) => (value === null ? null : Math.max(0, value));
  const whole = (field: CountField) => raw.map((_, unit) => coversAll(coverage, covers[unit]!, places, unit, field));
  const shaped = placedShapes(atoms, extraShapes);
  const ledger: Ledger = {
    atoms, home, covers, extraShapes, rows,
    remainders: raw.map(({ households, people }) => ({ households: atLeastNone(households), people: atLeastNone(people) })),
    overWhole: { households: whole('households'), people: whole('people') },
    bearerOf: bearersById(atoms, units, sources),
    ...shaped,
    findings: {
      ...cleaned,
      outside: atoms.flatMap(({ shape }, k) => (shape !== null && isOut(k) ? [k] : [])),
      unplaced: atoms.flatMap(({ shape }, k) => (shape === null && isOut(k) ? [k] : [])),
      elsewhere: atoms.flatMap((atom, k) => (isElsewhere(atom, atomPlaces[k]!, coverage) ? [k] : [])),
      negativeRemainders: raw.flatMap(({ households, people }, unit) =>
        ((households ?? 0) < 0 || (people ?? 0) < 0 ? [{ unit, households: Math.min(0, households ?? 0), people: Math.min(0, people ?? 0) }] : [])),
      withoutGround: raw.flatMap(({ households, people }, unit) => ((households ?? 0) + (people ?? 0) > 0 && !hasGround(coverage, unit) ? [unit] : [])),
    },
  };
  return { ledger, places };
}

/** By its own column, else where it lies: of several that claim the ground a community first, then the lowest. */
function homeOf(atom: Atom, place: Place, ground: Ground, units: PagedArray<Unit>): number {
  if (atom.community !== null) return atom.community;
  if (atom.shape === null) return -1;
  let face = 0;
  if (typeof place === 'number') face = place;
  else if (atom.shape.type === 'polygon') {
    const at = innerPoint(atom.shape.rings);
    if (at) face = locate(ground, at[0], at[1]);
  }
  const { base } = ground.coverage.faces.get(face)!;
  return base.find((unit) => units.get(unit).role === 'community') ?? base[0] ?? -1;
}

function hasGround(coverage: Coverage, unit: number): boolean {
  return unit >= 0 && unit < coverage.baseFacesOf.length && coverage.baseFacesOf.get(unit).length > 0;
}

/** Says one community and lies wholly on others' ground. */
function isElsewhere({ community, shape }: Atom, place: Place, coverage: Coverage): boolean {
  if (community === null || shape === null || place === OUTSIDE_FACE) return false;
  const faces = typeof place === 'number' ? [place] : place.faces;
  return !faces.some((face) => coverage.faces.get(face)!.base.includes(community));
}

function bearersById(atoms: readonly Atom[], units: PagedArray<Unit>, sources: number): Map<string, number> {
  const bearers = new Map<string, number>();
  atoms.forEach(({ id }, k) => { if (!bearers.has(id)) bearers.set(id, k); });
  for (let unit = 0; unit < sources; unit++) {
    const id = remainderId(units.get(unit).id);
    if (!bearers.has(id)) bearers.set(id, atoms.length + unit);
  }
  return bearers;
}

function placedShapes(atoms: readonly Atom[], extra: readonly ExtraShape[]): Pick<Ledger, 'tree' | 'treePlace'> {
  const shapes = [...atoms.map(({ shape }) => shape), ...extra.map(({ shape }) => shape)];
  const placed = shapes.flatMap((shape, k) => (shape === null ? [] : [k]));
  if (placed.length === 0) return { tree: null, treePlace: new Int32Array(0) };
  const tree = new Flatbush(placed.length, 16, Int32Array);
  for (const k of placed) {
    const shape = shapes[k]!;
    if (shape.type === 'point') tree.add(shape.x, shape.y, shape.x, shape.y);
    else tree.add(...shape.box);
  }
  tree.finish();
  return { tree, treePlace: Int32Array.from(placed) };
}
