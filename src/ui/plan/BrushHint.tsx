/** Painting and carving: what ground is taken by, who receives it, how much is collected. */
import { useMemo } from 'react';
import { finishPart } from '../../state/operations/carvePart.ts';
import { handOverPicked, setPaintTarget } from '../../state/operations/collectPaint.ts';
import { loadPaintLayer } from '../../state/operations/loadPaintLayer.ts';
import { openPlanDialog } from '../../state/plan/dialog.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { householdsOf, useTool } from '../../state/plan/tool.ts';
import type { PaintKind } from '../../worker/planProtocol.ts';
import { SearchChoose } from '../controls/SearchChoose.tsx';
import { Pills } from '../controls/Pills.tsx';
import { focusMap } from '../mapPane/mapHandle.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ActionButton } from './ActionButton.tsx';
import { communityOptions } from './communityOptions.ts';
import { useSelectedRows } from './useSelectedRows.ts';

const KINDS: readonly PaintKind[] = ['compound', 'block', 'grid', 'census', 'face'];

export function BrushHint({ tool }: { tool: 'paint' | 'carve' }) {
  const t = useTranslate();
  const { paintKind, paintLayer, picked, target, parts } = useTool();
  const communities = usePlan((mirror) => mirror.state?.communities);
  const options = useMemo(() => communityOptions((communities ?? []).filter((each) => !each.locked)), [communities]);
  const [row] = useSelectedRows();
  const households = householdsOf(picked);
  const nothing = picked.size === 0 ? t('hint.nothingPicked') : tool === 'paint' && target === null ? t('hint.noTarget') : null;
  return (
    <div className="float hint-bar tall-bar">
      <div className="hint-line">
        <b>{t(`tool.${tool}`)}{tool === 'carve' && row && `　${row.name}`}</b>
        {tool === 'carve' && <LassoSwitch />}
        <Pills label={t('paint.by')} value={paintKind} options={KINDS.map((value) => ({ value, label: t(`paint.${value}`) }))} onChange={(kind) => { void loadPaintLayer(kind); }} />
      </div>
      <div className="hint-line">
        {tool === 'paint' && (
          <span className="target">
            <span>{t('paint.to')}</span>
            <SearchChoose label={t('paint.to')} value={target} placeholder={t('form.chooseCommunity')} options={options} onChange={setPaintTarget} />
          </span>
        )}
        {paintLayer === 'missing'
          ? <span className="alarm">{t('paint.missing', { kind: t(`paint.${paintKind}`) })}</span>
          : <span role="status">{picked.size === 0 ? t('hint.paint') : households === null ? t('paint.pickedPieces', { count: figure(picked.size) }) : t('paint.picked', { count: figure(picked.size), households: figure(households) })}</span>}
        <span className="grow" />
        {tool === 'carve' && parts.length > 0 && row && <button type="button" className="button small" onClick={() => { openPlanDialog({ kind: 'carve', community: row.id }); }}>{t('carve.parts', { count: parts.length })}</button>}
        <ActionButton className="button small primary" reason={nothing} onClick={() => { void (tool === 'paint' ? handOverPicked() : finishPart()); }}>{t(tool === 'paint' ? 'paint.handOver' : 'carve.take')} <kbd>Enter</kbd></ActionButton>
      </div>
    </div>
  );
}

export function LassoSwitch() {
  const t = useTranslate();
  const lasso = useTool((state) => state.lasso);
  return (
    <Pills
      label={t('carve.how')}
      value={lasso ? 'lasso' : 'pieces'}
      options={[{ value: 'pieces', label: t('carve.byPieces') }, { value: 'lasso', label: t('carve.byOutline') }]}
      onChange={(how) => {
        useTool.setState({ lasso: how === 'lasso', line: [], tip: null, picked: new Map() });
        // The bar it stood in is gone.
        focusMap();
      }}
    />
  );
}
