/** The proof after a repair: communities and declared ground and what is left open come to the parent; overlap is nothing. */
import type { RepairPreview } from '../../worker/planProtocol.ts';
import { figure, signedFigure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function RepairProof({ proof }: { proof: RepairPreview['proof'] }) {
  const t = useTranslate();
  const { unitsSquareMetres, declaredSquareMetres, parentSquareMetres, contestedSquareMetres, unassignedSquareMetres } = proof;
  const sum = unitsSquareMetres + declaredSquareMetres + contestedSquareMetres + unassignedSquareMetres;
  const row = (label: string, value: number | null, options: { alarm?: boolean; strong?: boolean; signed?: boolean } = {}) => (
    <div className="pair">
      <span>{label}</span>
      <span className={[options.alarm ? 'alarm' : '', options.strong ? 'strong' : ''].join(' ').trim() || undefined}>{value === null ? '—' : options.signed ? signedFigure(value, 1) : figure(value, 1)} <span className="unit">m²</span></span>
    </div>
  );
  return (
    <div className="proof">
      <h3 className="heading">{t('proof.title')}</h3>
      {row(t('totals.assigned'), unitsSquareMetres)}
      {row(`+ ${t('totals.declared')}`, declaredSquareMetres)}
      {row(`+ ${t('totals.unassigned')}`, unassignedSquareMetres, { alarm: unassignedSquareMetres > 0 })}
      {row(`+ ${t('totals.contested')}`, contestedSquareMetres, { alarm: contestedSquareMetres > 0 })}
      {row(`= ${t('totals.total')}`, sum, { strong: true })}
      {row(t('conclusion.parent'), parentSquareMetres)}
      {row(t('proof.difference'), parentSquareMetres === null ? null : sum - parentSquareMetres, { signed: true, alarm: parentSquareMetres !== null && Math.abs(sum - parentSquareMetres) >= 1 })}
      {row(t('conclusion.overlap'), contestedSquareMetres, { alarm: contestedSquareMetres > 0, strong: true })}
    </div>
  );
}
