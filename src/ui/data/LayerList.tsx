/** The files that were loaded, each with its role. */
import type { Loaded, LoadedLayerInfo } from '../../worker/protocol.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function LayerList({ loaded }: { loaded: Loaded }) {
  const t = useTranslate();
  return (
    <div className="section layers">
      <h3>{t('data.layers')} <span className="unit">{t('task.layers', { count: loaded.layers.length })}</span></h3>
      <ul>
        {loaded.layers.map((layer, index) => <Layer key={index} layer={layer} />)}
      </ul>
      {!loaded.layers.some((layer) => layer.role === 'parent') && <p className="note">{t('data.noParent')}</p>}
    </div>
  );
}

function Layer({ layer }: { layer: LoadedLayerInfo }) {
  const t = useTranslate();
  return (
    <li className="pair">
      <span className="ellipsis" title={layer.fileName}>{layer.fileName}</span>
      <span className="nowrap">
        <span className="tag">{t(`role.${layer.role}`)}</span>{' '}
        {layer.unitCount > 0 && layer.role !== 'context' && <span className="unit">{t('count.units', { count: figure(layer.unitCount) })}</span>}
      </span>
    </li>
  );
}
