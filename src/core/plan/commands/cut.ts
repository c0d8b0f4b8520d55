/** Cuts faces by a line, to give the pieces away later. The line stays, though both its sides are one community's. */
import { cutLines, runsAlong } from '../../coverage/cut.ts';
import type { Command } from '../command.ts';
import { closeEdit, crossesItself, editables, lineInSteps } from '../edit.ts';
import type { Plan } from '../plan.ts';
import { rejected, type Result } from '../rejection.ts';

export function cut(plan: Plan, command: Extract<Command, { type: 'cut' }>): Result<Plan> {
  const line = lineInSteps(command.line);
  if (!line.ok) return line;
  if (crossesItself(line.value)) return rejected('lineCrossesItself');
  const within = command.within && editables(plan, command.within);
  if (within && !within.ok) return within;
  const { coverage } = plan;
  const mayCut = (face: number): boolean => {
    const { claimants } = coverage.faces.get(face)!;
    if (within) return claimants.length === 1 && within.value.includes(claimants[0]!);
    return claimants.every((unit) => !plan.units.get(unit).locked);
  };
  const outcome = cutLines(coverage, { lines: [line.value], origin: 'kept', mayCut });
  if (!outcome) return rejected('tooFine');
  if (![...outcome.pieces.values()].some((pieces) => pieces.length > 1)) {
    const met = outcome.crossed.some((face) => face !== 0);
    return rejected(met ? 'lineDividesNothing' : runsAlong(outcome) ? 'lineAlongBoundary' : 'lineMisses');
  }
  return closeEdit(plan, outcome.draft);
}
