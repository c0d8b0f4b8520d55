/** What commands share: finding units and ground, and closing an edit so that a plan comes out whole or not at all. */
import { OUTSIDE_FACE, type Coverage } from '../coverage/coverage.ts';
import { healChanged } from '../coverage/assign.ts';
import { cutLines } from '../coverage/cut.ts';
import { faceAt } from '../coverage/faceAt.ts';
import { CoverageDraft } from '../coverage/draft.ts';
import { facesNear } from '../coverage/faceIndex.ts';
import { facePoint } from '../coverage/facePoint.ts';
import { boxOf, inRing, stepArea } from '../coverage/ringMeasure.ts';
import { isSound } from '../coverage/sound.ts';
import { STEPS_PER_DEGREE, type LngLat } from '../geo/coordinates.ts';
import type { GroundRef } from './command.ts';
import { provisionalId, type Plan, type Unit } from './plan.ts';
import { done, rejected, type Rejection, type Result } from './rejection.ts';

/** Longest line that a command may carry, vertices: a district's outline, not a province's. */
const MOST_VERTICES = 20_000;
const LONGEST_NAME = 60;

export function findUnit(plan: Plan, id: string): number {
  let index = 0;
  for (const unit of plan.units) {
    if (unit.id === id) return index;
    index++;
  }
  return -1;
}

/** A community that may be changed. */
export function editable(plan: Plan, id: string): Result<number> {
  const index = findUnit(plan, id);
  if (index < 0) return rejected('unknownCommunity', { subjects: [id] });
  const unit = plan.units.get(index);
  if (unit.role !== 'community') return rejected('notACommunity', { subjects: [id] });
  if (unit.abolished) return rejected('abolished', { subjects: [id] });
  if (unit.locked) return rejected('locked', { subjects: [id] });
  return done(index);
}

export function editables(plan: Plan, ids: readonly string[]): Result<number[]> {
  const found: number[] = [];
  for (const id of ids) {
    const unit = editable(plan, id);
    if (!unit.ok) return unit;
    if (found.includes(unit.value)) return rejected('sameCommunity', { subjects: [id] });
    found.push(unit.value);
  }
  return done(found);
}

/** A name that no standing community has. `except`: units whose own it may be. */
export function freeName(plan: Plan, name: string, except: readonly number[] = []): Result<string> {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > LONGEST_NAME) return rejected('noName', { subjects: [name.slice(0, LONGEST_NAME)] });
  let index = 0;
  for (const unit of plan.units) {
    if (unit.name === trimmed && !unit.abolished && unit.role === 'community' && !except.includes(index)) return rejected('nameTaken', { subjects: [trimmed] });
    index++;
  }
  return done(trimmed);
}

/** Degrees to whole steps, doubled positions left out. */
export function lineInSteps(line: readonly LngLat[]): Result<number[]> {
  if (line.length > MOST_VERTICES) return rejected('outOfRange', { subjects: [String(line.length)], expected: `≤ ${MOST_VERTICES}` });
  const xy: number[] = [];
  for (const [lng, lat] of line) {
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return rejected('outOfRange', { subjects: [`${lng},${lat}`] });
    const x = Math.round(lng * STEPS_PER_DEGREE);
    const y = Math.round(lat * STEPS_PER_DEGREE);
    if (xy.length > 0 && xy[xy.length - 2] === x && xy[xy.length - 1] === y) continue;
    xy.push(x, y);
  }
  if (xy.length < 4) return rejected('lineTooShort');
  return done(xy);
}

export function degreesOf(x: number, y: number): LngLat {
  return [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
}

/** Whether a line crosses or touches itself; a closed one may meet itself at its ends. */
export function crossesItself(xy: readonly number[]): boolean {
  const count = xy.length / 2 - 1;
  const closed = xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      if (!segmentsMeet(xy, i, j)) continue;
      if (j === i + 1 && !doublesBack(xy, i, j)) continue;
      if (closed && i === 0 && j === count - 1 && count > 2) continue;
      return true;
    }
  }
  return false;
}

function segmentsMeet(xy: readonly number[], i: number, j: number): boolean {
  const [ax, ay, bx, by] = [xy[2 * i]!, xy[2 * i + 1]!, xy[2 * i + 2]!, xy[2 * i + 3]!];
  const [cx, cy, dx, dy] = [xy[2 * j]!, xy[2 * j + 1]!, xy[2 * j + 2]!, xy[2 * j + 3]!];
  if (Math.max(cx, dx) < Math.min(ax, bx) || Math.min(cx, dx) > Math.max(ax, bx)) return false;
  if (Math.max(cy, dy) < Math.min(ay, by) || Math.min(cy, dy) > Math.max(ay, by)) return false;
  const side = (px: number, py: number, qx: number, qy: number, x: number, y: number) => Math.sign((qx - px) * (y - py) - (qy - py) * (x - px));
  return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0 && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0;
}

/** Two segments that follow one another and turn right back. */
function doublesBack(xy: readonly number[], i: number, j: number): boolean {
  const [ux, uy] = [xy[2 * i + 2]! - xy[2 * i]!, xy[2 * i + 3]! - xy[2 * i + 1]!];
  const [vx, vy] = [xy[2 * j + 2]! - xy[2 * j]!, xy[2 * j + 3]! - xy[2 * j + 1]!];
  return ux * vy === uy * vx && ux * vx + uy * vy < 0;
}

/** Ground as faces, cut out where rings ask for it. Only faces that `allowed` says are cut and taken. */
export function takeGround(coverage: Coverage, refs: readonly GroundRef[], allowed: (face: number) => boolean): Result<{ draft: CoverageDraft; faces: number[]; denied: number[] }> {
  const rings: { lines: number[][]; outline: number[][] }[] = [];
  for (const ref of refs) {
    if (!('rings' in ref)) continue;
    const lines: number[][] = [];
    for (const ring of ref.rings) {
      const steps = lineInSteps(ring);
      if (!steps.ok) return steps;
      const xy = steps.value;
      if (xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1]) xy.length -= 2;
      if (xy.length < 6 || stepArea(xy) === 0) return rejected('ringTooSmall');
      const closed = [...xy, xy[0]!, xy[1]!];
      if (crossesItself(closed)) return rejected('lineCrossesItself', { at: degreesOf(xy[0]!, xy[1]!) });
      lines.push(closed);
    }
    if (lines.length === 0) return rejected('ringTooSmall');
    rings.push({ lines, outline: lines.map((line) => line.slice(0, -2)) });
  }
  const taken = new Set<number>();
  const denied = new Set<number>();
  for (const ref of refs) {
    if (!('at' in ref)) continue;
    const face = faceAt(coverage, ref.at[0] * STEPS_PER_DEGREE, ref.at[1] * STEPS_PER_DEGREE);
    if (face === OUTSIDE_FACE) return rejected('noGround', { at: ref.at });
    (allowed(face) ? taken : denied).add(face);
  }
  if (rings.length === 0) return done({ draft: new CoverageDraft(coverage), faces: ascending(taken), denied: ascending(denied) });
  const cut = cutLines(coverage, { lines: rings.flatMap(({ lines }) => lines), origin: 'cut', mayCut: allowed });
  if (!cut) return rejected('tooFine');
  const cutCoverage = cut.draft.finish();
  for (const face of ascending(taken)) for (const piece of cut.pieces.get(face) ?? []) taken.add(piece);
  // A ring inside a face that may not be cut asks for it in vain.
  for (const face of cut.crossed) if (face !== OUTSIDE_FACE && !allowed(face)) denied.add(face);
  for (const { outline } of rings) {
    for (const face of facesNear(cutCoverage.index, boxOf(outline.flat()))) {
      const point = facePoint(cutCoverage, face);
      let inside = false;
      for (const ring of outline) if (inRing(ring, point[0], point[1])) inside = !inside;
      if (inside) (isPiece(cut.pieces, face) || allowed(face) ? taken : denied).add(face);
    }
  }
  return done({ draft: cut.draft, faces: ascending(taken), denied: ascending(denied) });
}

function isPiece(pieces: ReadonlyMap<number, readonly number[]>, face: number): boolean {
  for (const list of pieces.values()) if (list.includes(face)) return true;
  return false;
}

function ascending(set: ReadonlySet<number>): number[] {
  return [...set].sort((p, q) => p - q);
}

/** The edit's coverage put into the plan: healed, sound, and no community emptied but those that are meant to end. */
export function closeEdit(plan: Plan, draft: CoverageDraft, more: Partial<Plan> = {}, mayEnd: readonly number[] = []): Result<Plan> {
  healChanged(draft);
  if (!isSound(draft)) return rejected('tooFine');
  const coverage = draft.finish();
  const losers = new Set<number>();
  for (const id of draft.changedFaces()) {
    if (id >= plan.coverage.faces.length) continue;
    for (const unit of plan.coverage.faces.get(id)?.claimants ?? []) losers.add(unit);
  }
  for (const unit of losers) {
    if (mayEnd.includes(unit) || coverage.facesOf.get(unit).length > 0 || plan.coverage.facesOf.get(unit).length === 0) continue;
    return rejected('emptiesCommunity', { subjects: [plan.units.get(unit).id] });
  }
  return done({ ...plan, ...more, coverage });
}

/** A community made by a command: a provisional mark, no code. */
export function newUnit(plan: Plan, name: string, like: Partial<Pick<Unit, 'kind' | 'subdistrict' | 'role' | 'groundKind'>>): { unit: Unit; index: number } {
  return {
    index: plan.units.length,
    unit: {
      id: provisionalId(plan.nextMark), name, code: null, role: like.role ?? 'community', groundKind: like.groundKind ?? null,
      kind: like.kind ?? null, subdistrict: like.subdistrict ?? null, source: null, abolished: false, locked: false,
    },
  };
}

export function reject<T>(rejection: Rejection): Result<T> {
  return { ok: false, rejection };
}

/** Claimants of faces, but for `except`: whose ground it is. Locked ones among them. */
export function lockedHolder(plan: Plan, draft: CoverageDraft, faces: readonly number[]): string | null {
  for (const face of faces) {
    for (const unit of draft.face(face).claimants) if (plan.units.get(unit).locked) return plan.units.get(unit).id;
  }
  return null;
}
