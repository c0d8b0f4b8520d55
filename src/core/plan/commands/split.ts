/** Divides a community along a line: one side stays the old community, the other becomes a new one. */
import { OUTSIDE_FACE } from '../../coverage/coverage.ts';
import { assignFaces } from '../../coverage/assign.ts';
import { cutLines, runsAlong } from '../../coverage/cut.ts';
import type { CoverageDraft } from '../../coverage/draft.ts';
import type { Command } from '../command.ts';
import { closeEdit, crossesItself, editable, freeName, lineInSteps, newUnit } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { rejected, type Result } from '../rejection.ts';

export function split(plan: Plan, command: Extract<Command, { type: 'split' }>): Result<Plan> {
  const community = editable(plan, command.community);
  if (!community.ok) return community;
  const name = freeName(plan, command.name);
  if (!name.ok) return name;
  const line = lineInSteps(command.line);
  if (!line.ok) return line;
  if (crossesItself(line.value)) return rejected('lineCrossesItself');
  const unit = community.value;
  const own = new Set(plan.coverage.facesOf.get(unit));
  const cut = cutLines(plan.coverage, { lines: [line.value], origin: 'cut', mayCut: (face) => own.has(face) });
  if (!cut) return rejected('tooFine');
  const { draft } = cut;
  for (const pieces of cut.pieces.values()) for (const piece of pieces) own.add(piece);
  const inner = cut.halves.filter(({ half }) => own.has(draft.left(half)) && own.has(draft.left(half ^ 1)));
  if (inner.length === 0) return rejected(missed(cut.crossed, own, runsAlong(cut)));
  const sides = sidesOf(draft, own, inner.map(({ half }) => half));
  if (!sides) return rejected('lineDividesNothing');
  const area = (faces: readonly number[]) => faces.reduce((sum, face) => sum + draft.face(face).areaSquareMetres, 0);
  const keep = command.keep ?? (area(sides.left) >= area(sides.right) ? 'left' : 'right');
  const { kind, subdistrict } = plan.units.get(unit);
  const made = newUnit(plan, name.value, { kind, subdistrict });
  assignFaces(draft, keep === 'left' ? sides.right : sides.left, [made.index]);
  return closeEdit(plan, draft, {
    units: plan.units.with(new Map([[made.index, made.unit]])), nextMark: plan.nextMark + 1,
    lineage: [...plan.lineage, { kind: 'split', from: [unit], to: [unit, made.index] }],
  });
}

function missed(crossed: readonly number[], own: ReadonlySet<number>, along: boolean): 'lineMisses' | 'lineAlongBoundary' | 'lineDividesNothing' {
  if (crossed.some((face) => face !== OUTSIDE_FACE && own.has(face))) return 'lineDividesNothing';
  return along ? 'lineAlongBoundary' : 'lineMisses';
}

/** What lies left and right of the line; null where the two hang together. Parts that the line does not touch are on neither. */
function sidesOf(draft: CoverageDraft, own: ReadonlySet<number>, line: readonly number[]): { left: number[]; right: number[] } | null {
  const barrier = new Set(line.map((half) => half >> 1));
  const sideOf = new Map<number, 'left' | 'right'>();
  for (const side of ['left', 'right'] as const) {
    const queue = line.map((half) => draft.left(side === 'left' ? half : half ^ 1));
    for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
      const known = sideOf.get(face);
      if (known === side) continue;
      if (known !== undefined) return null;
      sideOf.set(face, side);
      for (const half of draft.halves(face)) {
        const across = draft.left(half ^ 1);
        if (own.has(across) && !barrier.has(half >> 1)) queue.push(across);
      }
    }
  }
  const on = (side: string) => [...sideOf].filter(([, at]) => at === side).map(([face]) => face).sort((p, q) => p - q);
  const [left, right] = [on('left'), on('right')];
  return left.length > 0 && right.length > 0 ? { left, right } : null;
}
