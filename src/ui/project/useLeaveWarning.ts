/** Steps that this computer could not keep: the browser asks before the page is left. */
import { useEffect } from 'react';
import { useSaving } from '../../state/autosave/saving.ts';
import { savedPlan } from '../../state/plan/saved.ts';

export function useLeaveWarning(): void {
  const trouble = useSaving((state) => state.status === 'trouble' && state.otherTab === null);
  useEffect(() => {
    if (!trouble) return;
    const controller = new AbortController();
    window.addEventListener('beforeunload', (event) => { if (savedPlan().log.length > 0) event.preventDefault(); }, { signal: controller.signal });
    return () => { controller.abort(); };
  }, [trouble]);
}
