/** The bar over the map: which tool is in hand, what it is about, what to do next; and what a refused command was refused for. */
import { usePlan } from '../../state/plan/plan.ts';
import { useTool } from '../../state/plan/tool.ts';
import { DraftOffer } from '../project/DraftOffer.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { BrushHint } from './BrushHint.tsx';
import { LineHint } from './LineHint.tsx';
import { ReshapeHint } from './ReshapeHint.tsx';
import { rejectionText } from './planWords.ts';

export function PlanHint() {
  const tool = useTool((state) => state.tool);
  const lasso = useTool((state) => state.lasso);
  return (
    <div className="hints" data-edge="top">
      <DraftOffer />
      {tool === 'reshape' && <ReshapeHint />}
      {(tool === 'split' || tool === 'cut' || (tool === 'carve' && lasso)) && <LineHint tool={tool} />}
      {(tool === 'paint' || (tool === 'carve' && !lasso)) && <BrushHint tool={tool} />}
      <SnapTag />
      <Refused />
    </div>
  );
}

/** What the point under the hand is drawn to. */
function SnapTag() {
  const t = useTranslate();
  const snap = useTool((state) => state.snap);
  if (!snap) return null;
  return <div className="float hint-bar snap" role="status"><Icon name="magnet" small />{t(`snap.${snap.kind}`, { name: snap.name ?? '' })}</div>;
}

function Refused() {
  const t = useTranslate();
  const refused = usePlan((mirror) => mirror.refused);
  if (!refused) return null;
  return (
    <div className="float hint-bar refused" role="alert">
      <Icon name="warning" small /><span className="alarm">{t('draft.refused')}：{rejectionText(t, refused.rejection)}</span>
      <button type="button" className="icon-button" aria-label={t('action.close')} onClick={() => { usePlan.setState({ refused: null }); }}><Icon name="close" small /></button>
    </div>
  );
}
