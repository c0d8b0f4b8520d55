/** What the check comes to, pinned at the foot: counts, the account of areas, signature and exports. */
import { useMemo } from 'react';
import { summariseCheck, type CheckSummary } from '../../core/coverage/summary.ts';
import { useCheck } from '../../state/check.ts';
import type { CheckReport, Loaded } from '../../worker/protocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { dateTime, figure, signedFigure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ExportButtons } from './ExportButtons.tsx';
import { SignButton } from './SignButton.tsx';

interface Props {
  loaded: Loaded;
  report: CheckReport;
  /** The figures alone, the foot (signature, exports) alone, or both. */
  part: 'figures' | 'foot' | 'whole';
}

export function Conclusion({ loaded, report, part }: Props) {
  const t = useTranslate();
  const acceptances = useCheck((state) => state.acceptances);
  const opinion = useCheck((state) => state.opinion);
  const summary = useMemo(() => summariseCheck(report.result, acceptances, opinion), [report, acceptances, opinion]);
  return (
    <section className={part === 'figures' ? 'section last conclusion' : 'section pinned conclusion'} aria-label={t(part === 'foot' ? 'sign.button' : 'conclusion.title')}>
      {part !== 'foot' && <Figures summary={summary} report={report} />}
      {part !== 'figures' && <><SignButton summary={summary} /><ExportButtons loaded={loaded} report={report} /></>}
    </section>
  );
}

function Figures({ summary, report }: { summary: CheckSummary; report: CheckReport }) {
  const t = useTranslate();
  const checkedAt = useCheck((state) => state.checkedAt);
  const lapsed = summary.stale.length + summary.unsuitable.length;
  return (
    <>
      <h3>{t('conclusion.title')} <span className="unit">{checkedAt === null ? '' : dateTime(checkedAt)}</span></h3>
      <Shares summary={summary} />
      <Areas summary={summary} />
      <p className="note">{t('conclusion.basis', {
        opinion: t(`opinion.${summary.opinion}`),
        grid: report.result.tolerances.gridMetres,
        match: report.result.tolerances.matchMetres.toFixed(2),
        sliver: report.result.tolerances.sliverMetres.toFixed(2),
      })}</p>
      {lapsed > 0 && <p className="note alarm">{t('conclusion.stale', { count: figure(lapsed) })}</p>}
    </>
  );
}

/** Open and decided, as a bar and in words. Information needs no decision. */
function Shares({ summary }: { summary: CheckSummary }) {
  const t = useTranslate();
  const open = summary.blockers.defectIds.length;
  const { accepted, declared } = summary.byState;
  return (
    <>
      <div className="shares" aria-hidden="true">
        <i style={{ flex: accepted, background: 'var(--slate)' }} />
        <i style={{ flex: declared, background: 'var(--ok)' }} />
        <i style={{ flex: open, background: 'var(--over-f)' }} />
        {open + accepted + declared === 0 && <i style={{ flex: 1, background: 'var(--ok)' }} />}
      </div>
      <div className="share-words">
        <span><b>{figure(summary.communities)}</b> {t('conclusion.communities')}</span>
        <span><b>{figure(accepted)}</b> {t('state.accepted')}</span>
        {declared > 0 && <span><b>{figure(declared)}</b> {t('state.declared')}</span>}
        <span className={open > 0 ? 'alarm' : undefined}><b>{figure(open)}</b> {t('state.open')}</span>
      </div>
    </>
  );
}

function Areas({ summary: { areas, blockers } }: { summary: CheckSummary }) {
  const t = useTranslate();
  const row = (label: string, value: number | null, options: { tall?: boolean; alarm?: boolean; help?: string; signed?: boolean } = {}) => (
    <div className={options.tall ? 'pair tall' : 'pair'}>
      {options.help === undefined ? <span>{label}</span> : <Tip text={options.help} side="right"><span tabIndex={0} className="help-word">{label}</span></Tip>}
      <span className={options.alarm ? 'alarm' : undefined}>
        {value === null ? <span className="muted">—</span> : <>{options.signed ? signedFigure(value, 1) : figure(value, 1)} <span className="unit">m²</span></>}
      </span>
    </div>
  );
  return (
    <div className="areas">
      {row(t('conclusion.units'), areas.unitsSquareMetres, { tall: true })}
      {row(t('conclusion.parent'), areas.parentSquareMetres, { tall: true })}
      {row(t('conclusion.gap'), areas.gap.squareMetres, { alarm: areas.gap.open.squareMetres > 0 })}
      {row(t('conclusion.overlap'), areas.overlap.squareMetres, { alarm: areas.overlap.open.squareMetres > 0 })}
      {row(t('conclusion.beyond'), areas.beyond.squareMetres, { alarm: areas.beyond.open.squareMetres > 0, tall: true })}
      {row(t('conclusion.excepted'), areas.excepted.squareMetres, { tall: true, help: t('conclusion.exceptedHelp') })}
      {row(t('conclusion.unexplained'), areas.unexplainedSquareMetres, { signed: true, alarm: blockers.areaUnexplained, help: t('conclusion.unexplainedHelp') })}
    </div>
  );
}
