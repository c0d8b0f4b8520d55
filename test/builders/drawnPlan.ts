/**
 * Plans as drawings: opened from one, edited by commands whose places are cells, drawn again.
 *
 *   const city = aDrawnPlan('aab / aab / ccb');
 *   city.split('a', [[0, 1], [2, 1]], '新');  →  'aab / 11b / ccb'
 *
 * The origin is the south-west corner, x to the east, y to the north. Letters are the units' ids; a created one is drawn as the
 * number of its mark, ground of nobody as `.`, of several in brackets.
 */
import { buildCoverage } from '../../src/core/coverage/build.ts';
import type { Coverage } from '../../src/core/coverage/coverage.ts';
import { faceAt } from '../../src/core/coverage/faceAt.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../../src/core/geo/coordinates.ts';
import { applyCommand } from '../../src/core/plan/apply.ts';
import type { Command, GroundRef } from '../../src/core/plan/command.ts';
import { openPlan } from '../../src/core/plan/open.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { Rejection, RejectionCode } from '../../src/core/plan/rejection.ts';
import { finish } from '../../src/core/progress.ts';
import { aCoverage, type BuiltCoverage } from './coverage.ts';

export type Cell = readonly [x: number, y: number];

export interface DrawnOptions {
  /** A drawing of the parent's polygons. */
  parent?: string;
  /** Subdistrict of each unit, as its attributes name it. */
  subdistricts?: Readonly<Record<string, string>>;
  declared?: string;
  rural?: string;
}

export interface Drawn {
  plan: Plan;
  built: BuiltCoverage;
  columns: number;
  rows: number;
}

/** Steps of a cell, and where the drawing lies. */
export const CELL = 10_000;
const WEST = Math.round(109.06 * STEPS_PER_DEGREE);
const SOUTH = Math.round(34.28 * STEPS_PER_DEGREE);

export function aDrawnPlan(drawing: string, { parent, subdistricts = {}, declared = '', rural = '' }: DrawnOptions = {}): Drawn {
  const built = aCoverage(drawing, { scale: CELL });
  return { plan: planOf(built, { parent, subdistricts, declared, rural }), built, ...sizeOf(drawing) };
}

/** Of any layer: drawn with one cell for each `CELL` steps from the drawings' own origin. */
export function planOf(built: BuiltCoverage, { parent, subdistricts = {}, declared = '', rural = '' }: DrawnOptions = {}): Plan {
  const coverage = finish(buildCoverage({
    units: built.layer, parent: parent === undefined ? null : aCoverage(parent, { scale: CELL }).layer,
    subdistrictOf: (unit) => subdistricts[built.names[unit]!] ?? null,
  }));
  return openPlan(coverage, built.names.map((name) => ({
    label: name, name: `${name}社区`, code: null, role: declared.includes(name) ? 'declared' : 'community',
    groundKind: declared.includes(name) ? '水面' : null, kind: rural.includes(name) ? 'rural' : 'urban', subdistrict: subdistricts[name] ?? null,
  })));
}

/** Steps of a place in the drawing. */
export function steps(...[x, y]: Cell): [number, number] {
  return [WEST + Math.round(x * CELL), SOUTH + Math.round(y * CELL)];
}

/** Interleaved steps of a line in the drawing. */
export function stepLine(...cells: readonly Cell[]): number[] {
  return cells.flatMap((cell) => steps(...cell));
}

export function place(...cell: Cell): LngLat {
  const [x, y] = steps(...cell);
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
}

export function line(...cells: readonly Cell[]): LngLat[] {
  return cells.map((cell) => place(...cell));
}

export function groundAt(...cell: Cell): GroundRef {
  return { at: place(...cell) };
}

/** Ground inside a box: west, south, east, north. */
export function groundIn(west: number, south: number, east: number, north: number): GroundRef {
  return { rings: [line([west, south], [east, south], [east, north], [west, north])] };
}

/** A sample of the plan at the middle of every cell, `fine` times finer than the drawing that it began with. */
export function drawn({ plan, columns, rows }: Drawn, fine = 1): string {
  return drawingOf(plan.coverage, columns, rows, (unit) => plan.units.get(unit).id.replace('拟-', ''), fine);
}

export function drawingOf(coverage: Coverage, columns: number, rows: number, nameOf: (unit: number) => string, fine = 1): string {
  const lines: string[] = [];
  for (let row = rows * fine - 1; row >= 0; row--) {
    let text = '';
    for (let column = 0; column < columns * fine; column++) {
      const face = faceAt(coverage, ...steps((column + 0.5) / fine, (row + 0.5) / fine));
      const { claimants } = coverage.faces.get(face)!;
      const names = claimants.map(nameOf).join('');
      text += claimants.length === 0 ? '.' : claimants.length === 1 ? names : `(${names})`;
    }
    lines.push(text);
  }
  return lines.join(' / ');
}

/** The plan after a command that must be carried out. */
export function after(city: Drawn, ...commands: readonly Command[]): Drawn {
  let { plan } = city;
  for (const command of commands) {
    const result = applyCommand(plan, command);
    if (!result.ok) throw new Error(`${command.type} was rejected: ${JSON.stringify(result.rejection)}`);
    plan = result.value;
  }
  return { ...city, plan };
}

/** Why a command that must be refused was. */
export function refusal({ plan }: Drawn, command: Command): Rejection {
  const result = applyCommand(plan, command);
  if (result.ok) throw new Error(`${command.type} was carried out.`);
  return result.rejection;
}

export function refused(city: Drawn, command: Command): RejectionCode {
  return refusal(city, command).code;
}

export function unitOf({ plan }: Drawn, id: string): number {
  const index = [...plan.units].findIndex((unit) => unit.id === id);
  if (index < 0) throw new Error(`No unit ${id}.`);
  return index;
}

export function sizeOf(drawing: string): { columns: number; rows: number } {
  const rows = drawing.split('/').map((row) => row.trim().match(/\([^)]*\)|\S/g)?.length ?? 0);
  return { columns: Math.max(...rows), rows: rows.length };
}
