/** Plans to count households in, drawn as coverages are; edits by cutting and giving away, as commands do them. */
import { assignFaces, healChanged } from '../../../src/core/coverage/assign.ts';
import { buildCoverage } from '../../../src/core/coverage/build.ts';
import type { Coverage } from '../../../src/core/coverage/coverage.ts';
import { cutLines } from '../../../src/core/coverage/cut.ts';
import { CoverageDraft } from '../../../src/core/coverage/draft.ts';
import { polygonShape, type Atom, type Counts, type Dataset } from '../../../src/core/households/atom.ts';
import { countsOf } from '../../../src/core/households/divider.ts';
import type { Figures, PlanGround } from '../../../src/core/households/figures.ts';
import { openGround, locate } from '../../../src/core/households/ground.ts';
import { partsOfBearer, figuresOfUnit, planFigures } from '../../../src/core/households/read.ts';
import { finish } from '../../../src/core/progress.ts';
import { PagedArray } from '../../../src/core/pagedArray.ts';
import type { Unit } from '../../../src/core/plan/plan.ts';
import { aCoverage, type BuiltCoverage } from '../../builders/coverage.ts';

/** Steps in a cell of a drawing. */
export const CELL = 10_000;

export interface DrawnPlan extends PlanGround {
  built: BuiltCoverage;
  /** South-west of the drawing, in steps. */
  x0: number;
  y0: number;
}

export function aPlan(drawing: string, declared: readonly string[] = []): DrawnPlan {
  const built = aCoverage(drawing);
  const coverage = finish(buildCoverage({ units: built.layer, parent: null }));
  const xs = built.units.flat(3).map(([x]) => x);
  const ys = built.units.flat(3).map(([, y]) => y);
  return {
    built, coverage, counted: [], x0: Math.min(...xs), y0: Math.min(...ys),
    units: PagedArray.from(built.names.map((name, k) => aUnit(name, k, declared.includes(name) ? 'declared' : 'community'))),
  };
}

export function aUnit(id: string, source: number | null, role: Unit['role'] = 'community'): Unit {
  return { id, name: id, code: null, role, groundKind: null, kind: null, subdistrict: null, source, abolished: false, locked: false };
}

/** A place in the drawing, in steps. */
export function at({ x0, y0 }: DrawnPlan, x: number, y: number): [number, number] {
  return [x0 + Math.round(x * CELL), y0 + Math.round(y * CELL)];
}

export function aPoint(plan: DrawnPlan, id: string, x: number, y: number, households: number | null, more: Partial<Atom> = {}): Atom {
  const [px, py] = at(plan, x, y);
  return anAtom(id, { type: 'point', x: px, y: py }, households, more);
}

/** A rectangle, in cells. */
export function aBox(plan: DrawnPlan, id: string, [w, s, e, n]: readonly [number, number, number, number], households: number | null, more: Partial<Atom> = {}): Atom {
  return aPolygon(plan, id, [[[w, s], [e, s], [e, n], [w, n]]], households, more);
}

export function aPolygon(plan: DrawnPlan, id: string, rings: readonly (readonly (readonly [number, number])[])[], households: number | null, more: Partial<Atom> = {}): Atom {
  return anAtom(id, polygonShape(rings.map((ring) => Int32Array.from(ring.flatMap(([x, y]) => at(plan, x, y))))), households, more);
}

export function aRow(id: string, community: number | null, households: number | null, more: Partial<Atom> = {}): Atom {
  return anAtom(id, null, households, { community, ...more });
}

function anAtom(id: string, shape: Atom['shape'], households: number | null, more: Partial<Atom>): Atom {
  return { id, kind: 'compound', name: id, households, people: households === null ? null : 3 * households, shape, community: null, ...more };
}

/** Communities' own households by name; people are three each. Not named: no figure. */
export function aDataset({ built }: DrawnPlan, atoms: readonly Atom[], own: Readonly<Record<string, number | null>> = {}): Dataset {
  const control: Counts[] = built.names.map((name) => {
    const households = own[name] ?? null;
    return { households, people: households === null ? null : 3 * households };
  });
  return { atoms, control };
}

/** Cuts along lines in cells. */
export function cut<P extends DrawnPlan>(plan: P, ...lines: (readonly (readonly [number, number])[])[]): P {
  return withCoverage(plan, cutOrNull(plan, lines.map((line) => line.flatMap(([x, y]) => at(plan, x, y))))!);
}

export function cutOrNull({ coverage }: PlanGround, lines: readonly (readonly number[])[]): Coverage | null {
  return cutLines(coverage, { lines, origin: 'cut', mayCut: () => true })?.draft.finish() ?? null;
}

/** Gives the face at a place, in cells, to units by name; lets lines go that divide nothing. */
export function give<P extends DrawnPlan>(plan: P, x: number, y: number, ...to: string[]): P {
  const face = locate(openGround(plan.coverage), ...at(plan, x, y));
  return withCoverage(plan, giveFaces(plan.coverage, [face], to.map((name) => plan.built.index(name))));
}

export function giveFaces(coverage: Coverage, faces: readonly number[], to: readonly number[]): Coverage {
  const draft = new CoverageDraft(coverage);
  assignFaces(draft, faces, to);
  healChanged(draft);
  return draft.finish();
}

export function withCoverage<P extends PlanGround>(plan: P, coverage: Coverage): P {
  return { ...plan, coverage };
}

/** Everything that figures say, for comparing. */
export function told(figures: Figures): unknown {
  const bearers = Array.from({ length: figures.parts.length }, (_, bearer) => ({ ...countsOf(figures.ledger, bearer), parts: partsOfBearer(figures, bearer) }));
  return {
    units: Array.from({ length: figures.units.length }, (_, unit) => figuresOfUnit(figures, unit)), plan: planFigures(figures), bearers,
    places: [...figures.places], tallies: [...figures.tallies], groups: figures.groups,
  };
}

/** Households of units by name, then of the groups that have any. */
export function households(figures: Figures, plan: DrawnPlan): Record<string, number> {
  const { declared, unassigned, contested, outside } = planFigures(figures);
  const named = plan.built.names.flatMap((name, unit) => (figures.units.get(unit).role === 'declared' ? [] : [[name, figuresOfUnit(figures, unit).households] as const]));
  const groups = Object.entries({ declared, unassigned, contested, outside }).flatMap(([name, sum]) => (sum.households > 0 ? [[name, sum.households] as const] : []));
  return Object.fromEntries([...named, ...groups]);
}
