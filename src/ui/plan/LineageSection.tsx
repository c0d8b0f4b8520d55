/** What a community came from, and what became of the old one: from the comparison with the base. */
import { useEffect, useState } from 'react';
import { compareRevisions } from '../../state/operations/comparePlans.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { CommunityRow, Comparison } from '../../worker/planProtocol.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function LineageSection({ row }: { row: CommunityRow }) {
  const t = useTranslate();
  const identities = useIdentities();
  const redrawn = row.fate === 'boundaryChanged';
  const from = redrawn ? [] : identities?.filter((each) => each.oldId !== row.id && each.into.some((one) => one.id === row.id)) ?? [];
  const into = redrawn ? [] : identities?.find((each) => each.oldId === row.id)?.into.filter((one) => one.id !== row.id) ?? [];
  return (
    <div className="section">
      <h3>{t('lineage.title')}</h3>
      <div className="pair"><span>{t('lineage.fate')}</span><span>{t(`fate.${row.fate}`)}</span></div>
      {from.length > 0 && <div className="pair"><span>{t('lineage.from')}</span><span>{from.map((each) => each.oldName).join(t('report.listSeparator'))}</span></div>}
      {into.length > 0 && <div className="pair"><span>{t('lineage.into')}</span><span>{into.map((each) => each.name).join(t('report.listSeparator'))}</span></div>}
    </div>
  );
}

function useIdentities(): Comparison['identities'] | null {
  const head = usePlan((mirror) => mirror.state?.head);
  const [known, setKnown] = useState<{ head: number; identities: Comparison['identities'] } | null>(null);
  useEffect(() => {
    if (head === undefined) return;
    let wanted = true;
    void compareRevisions(0, head).then((answer) => { if (wanted && answer) setKnown({ head, identities: answer.identities }); });
    return () => { wanted = false; };
  }, [head]);
  return known?.head === head ? known?.identities ?? null : null;
}
