/** Commits a command, unless it would add departures from the rule: then it waits for a decision. */
import type { Command } from '../../core/plan/command.ts';
import { askPlan } from '../plan/askPlan.ts';
import { NO_DRAFT, useDraft } from '../plan/draft.ts';
import { usePlan } from '../plan/plan.ts';
import { isReadOnly } from '../project/readOnly.ts';
import { commitCommand } from './commitCommand.ts';
import { ensureScenario } from './switchScenario.ts';
import { cancelTry } from './tryCommand.ts';

/** True when it was carried out at once. */
export async function proposeCommand(command: Command): Promise<boolean> {
  if (usePlan.getState().working || isReadOnly() || !(await ensureScenario())) return false;
  cancelTry();
  usePlan.setState({ working: true, refused: null });
  const tried = await askPlan('planTry', { command });
  usePlan.setState({ working: false });
  if (!tried) return false;
  if (!tried.ok) {
    usePlan.setState({ refused: { command, rejection: tried.rejection } });
    return false;
  }
  if (tried.adds.length === 0) return commitCommand(command);
  useDraft.setState(({ point }) => ({ command, answer: tried, point }));
  usePlan.setState({ asking: { command, adds: tried.adds } });
  return false;
}

/** Goes on with the command that waits; with a declaration, someone answers for what it adds. */
export async function goOn(declaration: { role: string; reason: string } | null): Promise<boolean> {
  const { asking } = usePlan.getState();
  if (!asking) return false;
  usePlan.setState({ asking: null });
  if (!(await commitCommand(asking.command))) return false;
  if (!declaration) return true;
  for (const finding of usePlan.getState().state?.findings ?? []) {
    if (finding.declared !== null || !asking.adds.some((added) => added.kind === finding.kind && sameUnits(added.units, finding.units))) continue;
    const rows = usePlan.getState().state?.communities ?? [];
    const communities = finding.units.flatMap((unit) => rows.find((row) => row.unit === unit)?.id ?? []);
    await commitCommand({ type: 'declareException', kind: finding.kind, communities, ...declaration });
  }
  return true;
}

/** Drops the command that waits. */
export function dropAsked(): void {
  usePlan.setState({ asking: null });
  useDraft.setState(NO_DRAFT);
}

function sameUnits(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((unit) => b.includes(unit));
}
