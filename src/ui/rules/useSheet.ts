/** All findings of a community as it stands, or as a command that is being tried would leave it; and as it was at the base. */
import { useEffect, useState } from 'react';
import { askAssess } from '../../state/assess/askAssess.ts';
import { useAssess } from '../../state/assess/assess.ts';
import { useDraft } from '../../state/plan/draft.ts';
import type { Sheet } from '../../worker/assessProtocol.ts';

export interface ShownSheet {
  now: Sheet;
  base: Sheet | null;
  /** Of a command that is not carried out yet. */
  draft: boolean;
}

export function useSheet(unit: number): ShownSheet | null {
  const state = useAssess((mirror) => mirror.state);
  const answer = useDraft((draft) => draft.answer);
  const tried = answer?.ok === true && answer.sides.some((side) => side.unit === unit) ? answer : null;
  const [shown, setShown] = useState<(ShownSheet & { unit: number }) | null>(null);
  useEffect(() => {
    if (!state) return undefined;
    let wanted = true;
    void askAssess('assessSheet', { unit, draft: tried !== null }).then((sheets) => {
      if (wanted && sheets) setShown(sheets.now && { unit, now: sheets.now, base: sheets.base, draft: tried !== null });
    });
    return () => { wanted = false; };
  }, [unit, state, tried]);
  return shown?.unit === unit ? shown : null;
}
