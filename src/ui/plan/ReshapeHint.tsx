/** Reshape: which boundary is in hand, which handle, and the keys that work on it; boundaries from a list for those without a mouse. */
import { pickBoundary } from '../../state/operations/pickBoundary.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { handlesOf, sameHandle } from '../../state/plan/reshapeCommand.ts';
import { stem } from '../../state/defectRows.ts';
import { useTool } from '../../state/plan/tool.ts';
import { focusMap } from '../mapPane/mapHandle.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { useSelectedRows } from './useSelectedRows.ts';

export function ReshapeHint() {
  const t = useTranslate();
  const { boundary, handle, stretch, snapping } = useTool();
  const rows = usePlan((mirror) => mirror.state?.communities);
  const selected = useSelectedRows();
  const name = (unit: number) => stem(rows?.find((row) => row.unit === unit)?.name ?? t('unit.parentLine'));
  const pair = selected.length === 2 ? selected : null;
  if (!boundary) {
    return (
      <div className="float hint-bar">
        <b>{t('tool.reshape')}</b><span>{t('hint.pickBoundary')}</span>
        <button
          type="button"
          className="button small"
          disabled={!pair}
          title={pair ? undefined : t('hint.pairNeedsTwo')}
          onClick={() => {
            if (!pair) return;
            void pickBoundary([pair[0]!.unit, pair[1]!.unit]);
            focusMap();
          }}
        >
          {t('hint.takePair')}
        </button>
      </div>
    );
  }
  const handles = handlesOf(boundary);
  const current = handles.find((each) => sameHandle(each, handle));
  return (
    <div className="float hint-bar">
      <b>{t('command.reshape')}　{name(boundary.units[0])} — {name(boundary.units[1])}</b>
      {boundary.legal ? <span className="alarm">{t('hint.legal')}</span> : (
        <>
          <button type="button" className="pill" aria-pressed={stretch} onClick={() => { useTool.setState({ stretch: !stretch, line: [], tip: null, handle: null, moved: null }); focusMap(); }}>{t('hint.stretch')}</button>
          {stretch ? <span>{t('hint.stretchHelp')}</span> : <span className="where-room">{t('hint.release')}</span>}
          <span className="where-room"><kbd>Esc</kbd> {t('hint.drop')}</span>
          <span><kbd>S</kbd> {t(snapping ? 'hint.snapOn' : 'hint.snapOff')}</span>
          {!stretch && <span className="where-room"><kbd>Del</kbd> {t('hint.removeVertex')}</span>}
        </>
      )}
      <span className="hidden-visually" role="status">
        {current && t('hint.handle', { number: handles.indexOf(current) + 1, count: handles.length, kind: t(`handle.${current.kind}`) })}
      </span>
    </div>
  );
}
