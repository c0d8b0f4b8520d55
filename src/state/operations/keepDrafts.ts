/** Keeps unfinished work on this computer while there is any: a vertex held, a line being drawn, ground collected, a command being looked at. */
import { autosave } from '../autosave/autosave.ts';
import { useDraft } from '../plan/draft.ts';
import type { KeptDraft } from '../plan/keptDraft.ts';
import { usePlan } from '../plan/plan.ts';
import { selectedUnits } from '../plan/selected.ts';
import { useTool } from '../plan/tool.ts';

let kept = false;

/** From now on, for as long as the page lives. */
export function keepDrafts(): void {
  useTool.subscribe(keep);
  useDraft.subscribe(keep);
}

function keep(): void {
  const draft = draftNow();
  if (draft) autosave.keepDraft(draft);
  // What an earlier page left stays until it is answered for.
  else if (kept) autosave.dropDraft();
  kept = draft !== null;
}

function draftNow(): KeptDraft | null {
  const { state } = usePlan.getState();
  const { tool, boundary, handle, moved, stretch, line, paintKind, picked, target, lasso, parts } = useTool.getState();
  const { command } = useDraft.getState();
  const isAny = moved !== null || line.length > 0 || picked.size > 0 || parts.length > 0 || command !== null;
  if (!state || !isAny) return null;
  return {
    head: state.head, tool, selected: selectedUnits(), boundary: boundary?.units ?? null, handle, moved, stretch, line: [...line],
    paintKind, picked: [...picked.values()], target, lasso, parts: parts.map((part) => ({ ...part, ground: [...part.ground] })), command,
  };
}
