/** Cells of a change of reach: a gain, a loss, a sum before and after; nothing known is said so. */
import type { ChangeLine, Dwellers } from '../../core/network/reachChange.ts';
import { Moved } from '../assess/Cells.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function Unknown() {
  const t = useTranslate();
  return <span className="muted" title={t('reachChange.noDataHelp')}>{t('value.none')}</span>;
}

/** +1,234 or −1,234; an em rule for nothing. */
export function Delta({ of, sign, what }: { of: Dwellers | null; sign: '+' | '−'; what: keyof Dwellers }) {
  if (of === null) return <Unknown />;
  if (of[what] === 0) return <span className="muted">—</span>;
  return <b className={sign === '−' ? 'alarm' : 'reach-gained'}>{sign}{figure(of[what])}</b>;
}

export function Within({ of: { before, after }, what }: { of: ChangeLine; what: keyof Dwellers }) {
  const t = useTranslate();
  if (before === null && after === null) return <Unknown />;
  const text = (sum: Dwellers | null) => (sum === null ? t('value.none') : figure(sum[what]));
  return <Moved before={text(before)} after={text(after)} />;
}
