/** Takes over what the worker says after a change: the state, and what is to be kept of it. */
import type { CommunityRow, PlanAnswer, PlanState, RowNews } from '../../worker/planProtocol.ts';
import { useView } from '../view.ts';
import { askPlan } from './askPlan.ts';
import { NO_DRAFT, useDraft } from './draft.ts';
import { usePlan } from './plan.ts';
import { planSaved } from './saved.ts';
import { useTool } from './tool.ts';

/** So many revisions' rows are remembered, and the base's always. */
const REMEMBERED = 40;

/** Of the answer taken last: the next one has the next number, or all rows. */
let serial = 0;

export function takeAnswer(answer: PlanAnswer): void {
  const { rows, ...rest } = answer.state;
  if (!rows.whole && rows.serial !== serial + 1) {
    planSaved(answer);
    void askPlan('planState', null).then((again) => { if (again) takeAnswer(again); });
    return;
  }
  serial = rows.serial;
  const state: PlanState = { ...rest, communities: withNews(usePlan.getState().state?.communities ?? [], rows) };
  usePlan.setState(({ rowsAt }) => ({ state, rowsAt: remember(rowsAt, state), refused: null }));
  useDraft.setState(NO_DRAFT);
  forgetWhatIsGone(state);
  planSaved(answer);
}

function withNews(known: readonly CommunityRow[], { whole, changed, gone }: RowNews): CommunityRow[] {
  if (whole) return changed;
  const rows = new Map(known.map((row) => [row.unit, row]));
  for (const unit of gone) rows.delete(unit);
  for (const row of changed) rows.set(row.unit, row);
  return [...rows.values()].sort((p, q) => p.unit - q.unit);
}

function remember(known: ReadonlyMap<number, readonly CommunityRow[]>, { head, communities }: PlanState): Map<number, readonly CommunityRow[]> {
  const next = new Map(known);
  next.delete(head);
  next.set(head, communities);
  for (const revision of next.keys()) {
    if (next.size <= REMEMBERED) break;
    if (revision !== 0) next.delete(revision);
  }
  return next;
}

function forgetWhatIsGone({ communities, open }: PlanState): void {
  const units = new Set(communities.map((row) => row.unit));
  const { more } = useTool.getState();
  if (more.some((unit) => !units.has(unit))) useTool.setState({ more: more.filter((unit) => units.has(unit)) });
  const { selection, task } = useView.getState();
  const gone = task === 'plan' && ((selection?.kind === 'unit' && !units.has(selection.index))
    || (selection?.kind === 'ground' && !open.some((ground) => ground.face === selection.face)));
  if (gone) useView.setState({ selection: null });
}
