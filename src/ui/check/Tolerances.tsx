/** The four tolerances: two fixed and shown, two to be set. */
import { NODING_METRES } from '../../core/coverage/defect.ts';
import { useCheck } from '../../state/check.ts';
import { setTolerance } from '../../state/operations/setTolerance.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { Tip } from '../controls/Tip.tsx';
import { useTranslate } from '../words/useTranslate.ts';

export function Tolerances() {
  const t = useTranslate();
  const tolerances = useCheck((state) => state.tolerances);
  return (
    <div className="section">
      <h3>{t('check.tolerances')}</h3>
      <div className="pair">
        <Tip text={`${t('tolerance.gridHelp')} · ${t('tolerance.nodingHelp')}`} side="right"><span tabIndex={0} className="help-word">{t('tolerance.grid')}</span></Tip>
        <span className="field fixed"><span className="tag">{t('tolerance.fixed')}</span>{tolerances.gridMetres.toFixed(3)} / {NODING_METRES.toFixed(4)} <span className="unit">m</span></span>
      </div>
      <div className="pair">
        <Tip text={t('tolerance.matchHelp')} side="right"><span tabIndex={0} className="help-word">{t('tolerance.match')}</span></Tip>
        <NumberField label={t('tolerance.match')} unit="m" value={tolerances.matchMetres} decimals={2} min={0.02} max={tolerances.sliverMetres} onChange={(value) => { setTolerance('matchMetres', value); }} />
      </div>
      <div className="pair">
        <Tip text={t('tolerance.sliverHelp')} side="right"><span tabIndex={0} className="help-word">{t('tolerance.sliver')}</span></Tip>
        <NumberField label={t('tolerance.sliver')} unit="m" value={tolerances.sliverMetres} decimals={2} min={tolerances.matchMetres} max={100} onChange={(value) => { setTolerance('sliverMetres', value); }} />
      </div>
    </div>
  );
}
