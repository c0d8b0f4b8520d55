/** Repair: who would take each defect, what a repair comes to, and the repair itself as one undoable step. */
import type { RepairRequest } from '../../worker/planProtocol.ts';
import { useCheck } from '../check.ts';
import { askPlan } from '../plan/askPlan.ts';
import { usePlan } from '../plan/plan.ts';
import { useRepair } from '../plan/repair.ts';
import { proposeCommand } from './proposeCommand.ts';

/** Proposals for the head that stands; asked once a head and rule. */
export async function proposeRepairs(): Promise<void> {
  const head = usePlan.getState().state?.head;
  const { rule, head: known } = useRepair.getState();
  if (head === undefined || known === head) return;
  useRepair.setState({ head, proposals: null });
  const answer = await askPlan('planRepairProposals', { rule });
  if (useRepair.getState().head !== head || useRepair.getState().rule !== rule) return;
  useRepair.setState({ proposals: new Map((answer ?? []).map((proposal) => [proposal.defect, proposal])) });
}

export function setRepairRule(rule: RepairRequest['rule']): void {
  useRepair.setState({ rule, head: null, proposals: null });
  void proposeRepairs();
}

let latest = 0;

/** Null takes the preview off the map. What was accepted or declared is left alone. */
export async function previewRepair(asked: Omit<RepairRequest, 'accepted'> | null): Promise<void> {
  const mine = ++latest;
  if (asked === null) {
    useRepair.setState({ preview: null, working: false });
    return;
  }
  const request: RepairRequest = { ...asked, accepted: useCheck.getState().acceptances.map((each) => each.defectId) };
  useRepair.setState({ working: true });
  const answer = await askPlan('planRepairPreview', request);
  if (mine !== latest) return;
  useRepair.setState({ working: false, preview: answer ? { request, answer } : null });
}

/** Applies what is previewed. True when it was carried out; a repair that waits for a decision on what it adds closes the dialog, too. */
export async function applyRepair(): Promise<boolean> {
  const command = useRepair.getState().preview?.answer.command;
  if (!command) return false;
  const done = await proposeCommand(command);
  if (done || usePlan.getState().asking) useRepair.setState({ preview: null, dialog: null });
  return done;
}
