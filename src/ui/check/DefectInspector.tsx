/** One defect: what it is, how large, between whom, which side would take it, and what was decided. */
import { flyToDefect, selectUnit } from '../../state/operations/select.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useSession } from '../../state/session.ts';
import type { DefectRow } from '../../state/defectRows.ts';
import { Tip } from '../controls/Tip.tsx';
import { DefectGlyph } from '../symbols/DefectGlyph.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { StateGlyph } from '../symbols/StateGlyph.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { useUnitName } from '../words/unitNames.ts';
import { RepairSection } from '../repair/RepairSection.tsx';
import { AcceptanceView } from './AcceptanceView.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { BorderList } from './BorderList.tsx';
import { DefectFigures } from './DefectFigures.tsx';
import { InsetDrawing } from './InsetDrawing.tsx';

export function DefectInspector({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const { defect } = row;
  // The repair's choices tell the shared borders themselves.
  const planned = usePlan((mirror) => mirror.state !== null);
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <DefectGlyph of={defect.class} />
          <h2 className="ellipsis">{t('defect.title', { number: row.number, class: t(`class.${defect.class}`) })}</h2>
          <span className={`chip ${row.state}`}><StateGlyph of={row.state} />{t(`state.${row.state}`)}</span>
        </div>
        <Parties row={row} />
      </div>
      <div className="scroll">
        <div className="section">
          <InsetDrawing row={row} />
          <DefectFigures defect={defect} />
          <p className="note" style={{ marginTop: 6 }}>
            {t(`classHelp.${defect.class}`)}
            {defect.detail && <> · {t(`detail.${defect.detail}`)}</>}
            {defect.sliver && <> · {t('defect.sliver')}</>}
          </p>
        </div>
        {row.state !== 'accepted' && row.state !== 'declared' && <RepairSection row={row} />}
        {defect.borders.length > 0 && !(planned && row.state === 'open') && <BorderList row={row} />}
        {row.acceptance ? <AcceptanceView acceptance={row.acceptance} /> : <AcceptForm row={row} />}
      </div>
      <div className="foot note tall">{t('policy.basis', { rule: t('policy.boundary') })}</div>
    </>
  );
}

function Parties({ row }: { row: DefectRow }) {
  const t = useTranslate();
  const name = useUnitName('full');
  const units = useSession((state) => state.loaded?.units);
  const subdistricts = [...new Set(row.defect.units.flatMap((unit) => units?.[unit]?.subdistrict ?? []))];
  const party = (unit: number | null, side: 'a' | 'b') => (unit === null ? null : unit < 0
    ? <span>{name(unit)}</span>
    : <button type="button" className={`party ${side}`} onClick={() => { selectUnit(unit); }}>{name(unit)}</button>);
  return (
    <div className="subtitle parties">
      {party(row.unitA, 'a')}
      {row.unitB !== null && <> — {party(row.unitB, 'b')}</>}
      {row.defect.units.length > 2 && <span> {t('defects.andMore', { count: row.defect.units.length - 2 })}</span>}
      {subdistricts.length > 0 && <span className="ellipsis"> · {subdistricts.slice(0, 2).join(t('report.listSeparator'))}</span>}
      <Tip text={`${t('action.flyThere')} Enter`} side="left">
        <button type="button" className="icon-button" style={{ marginLeft: 'auto' }} aria-label={t('action.flyThere')} onClick={() => { flyToDefect(row.defect.id); }}><Icon name="target" /></button>
      </Tip>
    </div>
  );
}
