/** Keys that work anywhere in the page, unless one is typing. */
import { useEffect } from 'react';
import { clearReach } from '../../state/operations/selectReach.ts';
import { clearSelection } from '../../state/operations/select.ts';
import { redo } from '../../state/operations/redo.ts';
import { setTool, stepBack } from '../../state/operations/setTool.ts';
import { toggleSnapping } from '../../state/operations/snapPoint.ts';
import { undo } from '../../state/operations/undo.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { ToolName } from '../../state/plan/tool.ts';
import { useSession } from '../../state/session.ts';
import { flyToBounds, useView } from '../../state/view.ts';
import { zoomMap } from '../mapPane/mapHandle.ts';

export function useShortcuts(): void {
  useEffect(() => {
    const controller = new AbortController();
    window.addEventListener('keydown', onKeyDown, { signal: controller.signal });
    return () => { controller.abort(); };
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
  const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (find || (bare && event.key === '/' && !isTyping(event.target))) {
    if (focusSearch()) event.preventDefault();
    return;
  }
  if (!bare) {
    if (!isTyping(event.target) && undoOrRedo(event)) event.preventDefault();
    return;
  }
  if (event.key === 'F6') {
    event.preventDefault();
    toggleTable();
    return;
  }
  if (isTyping(event.target)) return;
  const action = (useView.getState().task === 'plan' && PLAN_ACTIONS[event.key.toLowerCase()]) || ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

const ACTIONS: Partial<Record<string, () => void>> = {
  '?': () => { useView.setState({ helpOpen: true }); },
  '？': () => { useView.setState({ helpOpen: true }); },
  Escape: () => {
    const { task } = useView.getState();
    if (task === 'reach') clearReach();
    if (task !== 'plan' || !stepBack()) clearSelection();
  },
  1: () => { useView.setState({ task: 'data' }); },
  2: () => { useView.setState({ task: 'check' }); },
  3: () => { useView.setState({ task: 'plan' }); },
  4: () => { useView.setState({ task: 'reach' }); },
  '+': () => { zoomMap(1); },
  '=': () => { zoomMap(1); },
  '-': () => { zoomMap(-1); },
  0: () => {
    const bounds = useSession.getState().loaded?.display.bounds;
    if (bounds) flyToBounds(bounds);
  },
};

/** Letters that take a tool in hand. */
const take = (tool: ToolName) => () => {
  const plan = usePlan.getState().state;
  if (plan && plan.current !== null && !useCompare.getState().on) setTool(tool);
};
const PLAN_ACTIONS: Partial<Record<string, () => void>> = {
  s: toggleSnapping,
  v: () => { setTool('select'); },
  r: take('reshape'),
  b: take('paint'),
  x: take('cut'),
};

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z. */
function undoOrRedo(event: KeyboardEvent): boolean {
  const plan = usePlan.getState().state;
  if (!plan || plan.current === null || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
  const key = event.key.toLowerCase();
  if (key === 'y' || (key === 'z' && event.shiftKey)) {
    if (plan.steps.some((step) => step.undone)) void redo();
    return true;
  }
  if (key !== 'z') return false;
  if (plan.steps.some((step) => !step.undone)) void undo();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    && !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));
}

function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('input[data-search="main"]');
  box?.focus();
  box?.select();
  return box !== null;
}

/** Opens the table and goes into it; or closes it. */
function toggleTable(): void {
  const open = !useView.getState().bottomOpen;
  useView.setState({ bottomOpen: open });
  if (open) requestAnimationFrame(() => { document.querySelector<HTMLElement>('[data-table]')?.focus(); });
}
