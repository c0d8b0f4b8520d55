/** The four sums that must come to the whole: nobody's household is lost, whatever is redrawn. */
import type { PlanTotals as Totals, SumRow } from '../../worker/planProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { figure, signedFigure, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const PARTS = ['assigned', 'declared', 'unassigned', 'contested'] as const;

export function PlanTotals({ totals }: { totals: Totals }) {
  const t = useTranslate();
  const sum = add(PARTS.map((part) => totals[part]));
  const balanced = sum.households === totals.total.households && sum.people === totals.total.people && Math.abs(sum.areaSquareMetres - totals.total.areaSquareMetres) < 1;
  const { parentSquareMetres, beyondSquareMetres } = totals;
  const unexplained = parentSquareMetres === null ? null : totals.total.areaSquareMetres - beyondSquareMetres - parentSquareMetres;
  return (
    <section className="section pinned totals" aria-label={t('totals.title')}>
      <h3>{t('totals.title')} <span className="unit">{t('totals.heads')}</span></h3>
      {PARTS.map((part, index) => (
        <div key={part} className={(part === 'declared' || part === 'contested') && isEmpty(totals[part]) ? 'pair tall' : 'pair'}>
          <Tip text={t(`totals.${part}Help`)} side="right"><span tabIndex={0} className="help-word">{index > 0 && '+ '}{t(`totals.${part}`)}</span></Tip>
          <Sums of={totals[part]} alarm={(part === 'unassigned' || part === 'contested') && totals[part].areaSquareMetres > 0} />
        </div>
      ))}
      <div className="pair sum"><span>= {t('totals.total')}</span><Sums of={totals.total} strong /></div>
      {!balanced && <p className="note alarm" role="alert">{t('totals.unbalanced')}</p>}
      {unexplained !== null && (
        <p className={Math.abs(unexplained) < 1 ? 'note' : 'note alarm'}>
          {t('totals.parent', { parent: figure(parentSquareMetres ?? 0, 1), difference: signedFigure(unexplained, 1) })}
          {beyondSquareMetres > 0 && ` · ${t('totals.beyond', { area: figure(beyondSquareMetres, 1) })}`}
        </p>
      )}
    </section>
  );
}

function Sums({ of, alarm = false, strong = false }: { of: SumRow; alarm?: boolean; strong?: boolean }) {
  return (
    <span className={[alarm ? 'alarm' : '', strong ? 'strong' : ''].join(' ').trim() || undefined}>
      <span className="sum-figure">{figure(of.households)}</span><span className="sum-figure">{figure(of.people)}</span><span className="sum-figure area">{squareKilometres(of.areaSquareMetres)}</span>
    </span>
  );
}

/** Left out where the page is low: nothing is missing from the sum. */
function isEmpty({ households, people, areaSquareMetres }: SumRow): boolean {
  return households === 0 && people === 0 && areaSquareMetres === 0;
}

function add(rows: readonly SumRow[]): SumRow {
  return rows.reduce((sum, row) => ({
    households: sum.households + row.households, people: sum.people + row.people,
    areaSquareMetres: sum.areaSquareMetres + row.areaSquareMetres, faces: sum.faces + row.faces,
  }), { households: 0, people: 0, areaSquareMetres: 0, faces: 0 });
}
