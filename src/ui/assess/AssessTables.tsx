/** The table against the rules that is open; each stands as soon as the plan was held against the rules. */
import { useAssess } from '../../state/assess/assess.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { AssessTable } from '../../state/view.ts';
import type { ApprovalView, AreaKey } from '../../worker/assessProtocol.ts';
import { useStateName } from '../compare/useStateName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ApprovalTable } from './approvals/ApprovalTable.tsx';
import { ConsequenceTables } from './consequences/ConsequenceTables.tsx';
import { LeagueTable } from './league/LeagueTable.tsx';
import { RegisterTable } from './registers/RegisterTable.tsx';
import { ScorecardTable } from './scorecard/ScorecardTable.tsx';
import { AreaChoice, textOf, useStandingArea } from './AreaChoice.tsx';
import { useConsequences } from './useAnswer.ts';
import { useAssessViews } from './viewState.ts';

export function AssessTables({ which, approvals }: { which: AssessTable; approvals: readonly ApprovalView[] | null }) {
  const t = useTranslate();
  const assessed = useAssess((mirror) => mirror.state !== null);
  const district = useAssessViews((views) => views.district);
  const area = useStandingArea(useAssessViews((views) => views.consequencesArea));
  if (!assessed) return <p className="empty" role="status">{t('views.notAssessed')}</p>;
  switch (which) {
    case 'scorecard': return <Scorecard key={district} district={district} />;
    case 'league': return <LeagueTable />;
    case 'registers': return <RegisterTable />;
    case 'consequences': return <OfScenario key={area === null ? '' : textOf(area)} area={area} />;
    case 'approvals': return <ApprovalTable views={approvals} />;
  }
}

/** Anew for each area: what was told of one says nothing of another. */
function Scorecard({ district }: { district: string | null }) {
  return <ScorecardTable consequences={useConsequences(district === null ? null : { district, subdistrict: null })} />;
}

function OfScenario({ area }: { area: AreaKey | null }) {
  const t = useTranslate();
  const name = useStateName();
  const current = usePlan((mirror) => mirror.state?.current ?? null);
  const head = useAssess((mirror) => mirror.state?.head ?? 0);
  return <ConsequenceTables of={useConsequences(area)} choice={<AreaChoice value={area} onChange={(consequencesArea) => { useAssessViews.setState({ consequencesArea }); }} />} revisions={{ a: 0, b: head }} states={{ before: t('scenario.base'), after: name(current) }} empty={t('views.consequences.none')} />;
}
