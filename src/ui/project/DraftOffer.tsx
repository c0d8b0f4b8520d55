/** Work that the last session left unfinished: go on with it, carry it out, or drop it. */
import type { LngLat } from '../../core/geo/coordinates.ts';
import { dropKeptDraft, finishDraft, resumeDraft } from '../../state/operations/resumeDraft.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { useRecovery } from '../../state/project/recovery.ts';
import { focusMap, mapHandle } from '../mapPane/mapHandle.ts';
import { Icon } from '../symbols/Icon.tsx';
import { stepText } from '../plan/planWords.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function DraftOffer() {
  const t = useTranslate();
  const draft = useRecovery((state) => state.draft);
  const head = usePlan((mirror) => mirror.state?.head);
  // Made on another state, its places and numbers mean nothing here.
  if (!draft || draft.head !== head) return null;
  const what = draft.command ? stepText(t, { command: draft.command, names: [] }) : draft.tool === 'select' ? '' : t(`tool.${draft.tool}`);
  return (
    <div className="float hint-bar recovered" role="status">
      <Icon name="history" small />
      <span>{t('recovered.title')}{what !== '' && <> <b>{what}</b></>}</span>
      {draft.tool !== 'select' && <button type="button" className="button small primary" onClick={() => { void resumeDraft(showPlace).then(focusMap); }}>{t('recovered.resume')}</button>}
      {draft.command && <button type="button" className="button small" onClick={() => { void finishDraft(); }}>{t('recovered.finish')}</button>}
      <button type="button" className="button small" onClick={dropKeptDraft}>{t('recovered.drop')}</button>
    </div>
  );
}

/** Near enough to go on with the hand. */
const WORKING_ZOOM = 16;

function showPlace([lng, lat]: LngLat): { x: number; y: number } | null {
  const map = mapHandle();
  if (!map) return null;
  map.jumpTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), WORKING_ZOOM) });
  const { x, y } = map.project([lng, lat]);
  return { x, y };
}
