/** Keys that work anywhere in the page, unless one is typing. */
import { useEffect } from 'react';
import { clearSelection } from '../../state/operations/select.ts';
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
  if (!bare) return;
  if (event.key === 'F6') {
    event.preventDefault();
    toggleTable();
    return;
  }
  if (isTyping(event.target)) return;
  const action = ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

const ACTIONS: Partial<Record<string, () => void>> = {
  '?': () => { useView.setState({ helpOpen: true }); },
  '？': () => { useView.setState({ helpOpen: true }); },
  Escape: clearSelection,
  1: () => { useView.setState({ task: 'data' }); },
  2: () => { useView.setState({ task: 'check' }); },
  '+': () => { zoomMap(1); },
  '=': () => { zoomMap(1); },
  '-': () => { zoomMap(-1); },
  0: () => {
    const bounds = useSession.getState().loaded?.display.bounds;
    if (bounds) flyToBounds(bounds);
  },
};

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
