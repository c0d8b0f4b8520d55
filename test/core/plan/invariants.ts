/** What is true of every plan that commands made, whatever was done: asserted after each step of a sequence. */
import { expect } from 'vitest';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import { loopOf, OUTSIDE_FACE, ringOf, type Coverage } from '../../../src/core/coverage/coverage.ts';
import { faceAt } from '../../../src/core/coverage/faceAt.ts';
import type { Defect } from '../../../src/core/coverage/defect.ts';
import type { PolygonLayer } from '../../../src/core/coverage/layer.ts';
import { fromLowest, ringArea } from '../../../src/core/coverage/ringMeasure.ts';
import { STEPS_PER_DEGREE } from '../../../src/core/geo/coordinates.ts';
import type { Figures } from '../../../src/core/households/figures.ts';
import { planFigures } from '../../../src/core/households/read.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { planLayer } from '../../../src/core/plan/planLayer.ts';
import { finish } from '../../../src/core/progress.ts';

/** Half a square centimetre for each face, rounded. */
const AREA_METRES = 0.01;

/** Every face is somebody's, nobody's or contested, and the units' lists say the same. */
export function expectFacesSettled({ coverage, units }: Plan): void {
  const wrong: string[] = [];
  const held = new Map<number, number>();
  let unsettled = 0;
  let faces = 0;
  for (const face of coverage.faces) if (face) faces++;
  [...coverage.faces].forEach((face, id) => {
    if (!face || id === OUTSIDE_FACE) return;
    if (face.claimants.length === 1) held.set(face.claimants[0]!, (held.get(face.claimants[0]!) ?? 0) + 1);
    else unsettled++;
    for (const unit of face.claimants) if (units.get(unit).abolished) wrong.push(`face ${id} is held by ${units.get(unit).id}, which is abolished`);
  });
  if (unsettled !== coverage.unsettled.length) wrong.push(`${unsettled} unsettled faces, ${coverage.unsettled.length} listed`);
  let sum = 0;
  [...coverage.facesOf].forEach((list, unit) => {
    sum += list.length;
    if (list.length !== (held.get(unit) ?? 0)) wrong.push(`unit ${unit} holds ${held.get(unit) ?? 0} faces, ${list.length} listed`);
  });
  if (sum + unsettled + 1 !== faces) wrong.push(`${faces} faces, ${sum} held and ${unsettled} unsettled`);
  expect(wrong).toEqual([]);
}

/** Households and people over assigned, declared, unassigned and contested ground are those of the dataset; area is all the ground there is. */
export function expectSumsKept(figures: Figures, atFirst: Figures): void {
  const now = planFigures(figures);
  const first = planFigures(atFirst);
  expect([now.total.households, now.total.people, now.outside.households, now.outside.people])
    .toEqual([first.total.households, first.total.people, first.outside.households, first.outside.people]);
  const parts = [now.assigned, now.declared, now.unassigned, now.contested];
  for (const field of ['households', 'people'] as const) expect(parts.reduce((sum, part) => sum + part[field], 0)).toBe(now.total[field]);
  // A vertex put into the outer line is rounded to a whole step: what that bends, the ground has more or less.
  const bent = groundWithin(figures.coverage) - groundWithin(atFirst.coverage);
  expect(Math.abs(now.total.areaSquareMetres - first.total.areaSquareMetres - bent)).toBeLessThan(AREA_METRES);
}

/** The outer line is the one that was read: nothing is moved or left out, and what was put in lies within a step of it. */
export function expectOuterLineKept(coverage: Coverage, atFirst: Coverage): void {
  const before = outerRings(atFirst);
  const own = new Set(before.flatMap(pairs).map(String));
  const now = outerRings(coverage).map((ring) => pairs(ring).filter((pair) => own.has(String(pair))).flat()).map(fromLowest);
  expect(now.map(String).sort()).toEqual(before.map(fromLowest).map(String).sort());
  for (const [x, y] of outerRings(coverage).flatMap(pairs)) if (!own.has(`${x},${y}`)) expect(Math.min(...before.map((ring) => distance(ring, x, y)))).toBeLessThan(1);
}

/**
 * The layer as it would be written passes the check: no error but where ground is nobody's or contested, and those that the files
 * had already. A community may be made to reach into another subdistrict, a needle may be drawn, and a
 * crumb of the files, thinner than their grid, may be given to somebody.
 */
export function expectExportSound(base: Plan, plan: Plan, layer: PolygonLayer, parent: PolygonLayer | null, known: readonly Defect[]): void {
  const { defects } = finish(checkCoverage({ units: planLayer(base, plan, layer, parent), parent }));
  const inherited = new Map<string, number>();
  for (const defect of known) for (const unit of defect.units) inherited.set(`${defect.class} ${unit}`, (inherited.get(`${defect.class} ${unit}`) ?? 0) + 1);
  const strange = defects.filter((defect) => {
    if (defect.severity !== 'error' || defect.detail === 'subdistrict' || defect.class === 'S3' || (defect.class === 'S2' && defect.detail !== 'exact')) return false;
    const [lng, lat] = defect.location;
    const { claimants, inParent } = plan.coverage.faces.get(faceAt(plan.coverage, lng * STEPS_PER_DEGREE, lat * STEPS_PER_DEGREE))!;
    if (claimants.length !== 1 || (defect.class === 'O4' && !inParent)) return false;
    return !defect.units.some((unit) => inherited.has(`${defect.class} ${unit}`));
  });
  expect(strange.map(({ id, units, areaSquareMetres, location }) => ({ id, units, areaSquareMetres, location }))).toEqual([]);
}

const grounds = new WeakMap<Coverage, number>();

/** Square metres within the outer line; the first coverage of a sequence is measured once. */
function groundWithin(coverage: Coverage): number {
  const found = grounds.get(coverage) ?? measuredGround(coverage);
  grounds.set(coverage, found);
  return found;
}

function measuredGround(coverage: Coverage): number {
  return -outerRings(coverage).reduce((sum, ring) => sum + ringArea(ring), 0);
}

function outerRings(coverage: Coverage): number[][] {
  return coverage.faces.get(OUTSIDE_FACE)!.loops.map((loop) => ringOf(coverage, loopOf(coverage, loop)));
}

function pairs(ring: readonly number[]): [number, number][] {
  return Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k]!, ring[2 * k + 1]!]);
}

/** From a point to a ring, steps. */
function distance(ring: readonly number[], x: number, y: number): number {
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [ax, ay] = [ring[j]! - x, ring[j + 1]! - y];
    const [dx, dy] = [ring[i]! - ring[j]!, ring[i + 1]! - ring[j + 1]!];
    const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return nearest;
}
