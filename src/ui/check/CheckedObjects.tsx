/** Which files the check is about. */
import type { LayerRole, Loaded } from '../../worker/protocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

const CHECKED: readonly LayerRole[] = ['communities', 'parent', 'declared'];

export function CheckedObjects({ loaded }: { loaded: Loaded }) {
  const t = useTranslate();
  const layers = CHECKED.flatMap((role) => loaded.layers.filter((layer) => layer.role === role));
  return (
    <div className="section objects">
      <h3>{t('check.objects')}</h3>
      {layers.map((layer, index) => (
        <div className="pair" key={index}>
          <span>{t(`role.${layer.role}`)}</span>
          <span className="field object" title={layer.fileName}>
            <span className="ellipsis">{layer.fileName}</span>
            <span className="unit nowrap">{t('count.units', { count: figure(layer.unitCount) })}</span>
          </span>
        </div>
      ))}
      {!layers.some((layer) => layer.role === 'parent') && <p className="note">{t('data.noParent')}</p>}
    </div>
  );
}
