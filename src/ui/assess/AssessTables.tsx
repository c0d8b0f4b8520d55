/** The table against the rules that is open; each stands as soon as the plan was held against the rules. */
import { useAssess } from '../../state/assess/assess.ts';
import { usePlan } from '../../state/plan/plan.ts';
import type { AssessTable } from '../../state/view.ts';
import type { ApprovalView } from '../../worker/assessProtocol.ts';
import { useStateName } from '../compare/useStateName.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ApprovalTable } from './approvals/ApprovalTable.tsx';
import { ConsequenceTables } from './consequences/ConsequenceTables.tsx';
import { LeagueTable } from './league/LeagueTable.tsx';
import { RegisterTable } from './registers/RegisterTable.tsx';
import { ScorecardTable } from './scorecard/ScorecardTable.tsx';
import { useConsequences } from './useAnswer.ts';

export function AssessTables({ which, approvals }: { which: AssessTable; approvals: readonly ApprovalView[] | null }) {
  const t = useTranslate();
  const assessed = useAssess((mirror) => mirror.state !== null);
  if (!assessed) return <p className="empty" role="status">{t('views.notAssessed')}</p>;
  switch (which) {
    case 'scorecard': return <Scorecard />;
    case 'league': return <LeagueTable />;
    case 'registers': return <RegisterTable />;
    case 'consequences': return <OfScenario />;
    case 'approvals': return <ApprovalTable views={approvals} />;
  }
}

function Scorecard() {
  return <ScorecardTable consequences={useConsequences()} />;
}

function OfScenario() {
  const t = useTranslate();
  const name = useStateName();
  const current = usePlan((mirror) => mirror.state?.current ?? null);
  return <ConsequenceTables of={useConsequences()} states={{ before: t('scenario.base'), after: name(current) }} empty={t('views.consequences.none')} />;
}
