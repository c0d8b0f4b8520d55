/** Task 方案, right: the community or the open ground selected; with nothing selected, what stands and what to do. */
import { usePlan } from '../../state/plan/plan.ts';
import { useView } from '../../state/view.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { CommunityInspector } from './CommunityInspector.tsx';
import { GroundInspector } from './GroundInspector.tsx';
import { PlanOverview } from './PlanOverview.tsx';

export function PlanInspector() {
  const t = useTranslate();
  const state = usePlan((mirror) => mirror.state);
  const selection = useView((view) => view.selection);
  if (!state) return <div className="empty"><p>{t('inspector.noPlan')}</p></div>;
  if (selection?.kind === 'unit') {
    const row = state.communities.find((each) => each.unit === selection.index);
    if (row) return <CommunityInspector key={row.unit} row={row} state={state} />;
  }
  if (selection?.kind === 'ground') {
    const ground = state.open.find((each) => each.face === selection.face);
    if (ground) return <GroundInspector key={ground.face} ground={ground} />;
  }
  return <PlanOverview state={state} />;
}
