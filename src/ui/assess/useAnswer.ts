/** An answer of the worker about the open scenario, asked again whenever it was held against the rules anew. The last one stands meanwhile. */
import { useEffect, useState } from 'react';
import type { AreaKey, AssessApi } from '../../worker/assessProtocol.ts';
import { askAssess } from '../../state/assess/askAssess.ts';
import { useAssess } from '../../state/assess/assess.ts';

type Question = 'assessApprovals' | 'assessCompounds' | 'assessConsequences' | 'assessBaseAreas';

/** `argument` undefined: nothing is asked. Null until the first answer. */
export function useAnswer<N extends Question>(name: N, argument: Parameters<AssessApi[N]>[0] | undefined): ReturnType<AssessApi[N]> | null {
  const state = useAssess((mirror) => mirror.state);
  const [known, setKnown] = useState<{ key: string; answer: ReturnType<AssessApi[N]> } | null>(null);
  const key = argument === undefined ? null : JSON.stringify([name, argument]);
  useEffect(() => {
    if (state === null || key === null || argument === undefined) return;
    let wanted = true;
    void askAssess(name, argument).then((answer) => {
      if (wanted && answer !== undefined) setKnown({ key, answer });
    });
    return () => { wanted = false; };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says which question, the state when to ask it
  }, [state, key]);
  return key === null || state === null ? null : (known?.answer ?? null);
}

/** What the open scenario changes against the base, in all or in an area. */
export function useConsequences(area: AreaKey | null = null): ReturnType<AssessApi['assessConsequences']> | null {
  const head = useAssess((mirror) => mirror.state?.head);
  return useAnswer('assessConsequences', head === undefined ? undefined : { from: 0, to: head, area });
}
