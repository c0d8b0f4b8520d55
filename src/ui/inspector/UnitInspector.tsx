/** A community: its figures, the parts of its code, all its attributes, and the way to its defects. */
import { setDefectFilter } from '../../state/defectFilter.ts';
import { clearSelection, flyToUnit } from '../../state/operations/select.ts';
import { useView } from '../../state/view.ts';
import type { UnitSummary } from '../../worker/protocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { useDefectRows } from '../check/useDefectRows.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure, mu, squareKilometres } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { AttributeTable } from './AttributeTable.tsx';
import { CodeParts } from './CodeParts.tsx';

export function UnitInspector({ unit }: { unit: UnitSummary }) {
  const t = useTranslate();
  const { rows, checked } = useDefectRows();
  const own = rows.filter((row) => row.defect.units.includes(unit.index));
  const count = (value: number | null, name: string) => (value === null ? <span className="muted">{t('value.none')}</span> : <>{figure(value)} <span className="unit">{name}</span></>);
  return (
    <>
      <div className="inspector-head">
        <div className="title">
          <h2 className="ellipsis">{unit.name ?? unit.label}</h2>
          <Tip text={t('action.flyThere')} side="left">
            <button type="button" className="icon-button" aria-label={t('action.flyThere')} onClick={() => { flyToUnit(unit.index); }}><Icon name="target" /></button>
          </Tip>
        </div>
        <div className="subtitle">
          {unit.role === 'declared' ? `${t('role.declared')}${unit.kind === null ? '' : ` · ${unit.kind}`}` : unit.subdistrict ?? t('tree.noSubdistrict')}
        </div>
      </div>
      <div className="scroll">
        <div className="section">
          <div className="pair"><span>{t('column.area')}</span><span>{squareKilometres(unit.areaSquareMetres)} <span className="unit">km²</span></span></div>
          <div className="pair"><span /><span className="muted">{figure(unit.areaSquareMetres, 1)} m² · {t('value.mu', { mu: mu(unit.areaSquareMetres) })}</span></div>
          <div className="pair"><span>{t('column.households')}</span><span>{count(unit.households, t('unit.households'))}</span></div>
          <div className="pair"><span>{t('column.people')}</span><span>{count(unit.people, t('unit.people'))}</span></div>
          <div className="pair"><span>{t('column.parts')}</span><span>{t('count.parts', { count: figure(unit.parts) })}</span></div>
        </div>
        {unit.code !== null && <div className="section"><h3>{t('column.code')}</h3><CodeParts code={unit.code} /></div>}
        {checked && (
          <div className="section">
            <div className="pair">
              <span>{t('inspector.defectsHere')}</span>
              {own.length === 0 ? <span className="muted">{t('check.noneFound')}</span> : (
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setDefectFilter({ unit: unit.index, pill: 'all' });
                    clearSelection();
                    useView.setState({ task: 'check', bottomOpen: true });
                  }}
                >
                  {t('inspector.showDefects', { count: own.length })}
                </button>
              )}
            </div>
          </div>
        )}
        <div className="section last">
          <h3>{t('inspector.attributes')} <span className="unit">{t('inspector.asInFile')}</span></h3>
          <AttributeTable properties={unit.properties} />
        </div>
      </div>
    </>
  );
}
