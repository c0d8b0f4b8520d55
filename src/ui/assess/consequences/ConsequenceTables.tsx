/** 后果: what one state changes against another, per community, in total, and which indicators moved. */
import type { ReactNode } from 'react';
import type { Consequences } from '../../../core/rules/consequences.ts';
import { consequencesCsv, totalsCsv } from '../../../report/consequencesCsv.ts';
import { scorecardCsv } from '../../../report/scorecardCsv.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { Pills } from '../../controls/Pills.tsx';
import { yuanText } from '../../rules/ruleWords.ts';
import { ViewBar } from '../Cells.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { ScoreMoves } from './ScoreMoves.tsx';
import { scorecardLine } from '../scorecard/scoreWords.ts';
import { ReachChanges } from '../../reachChange/ReachChanges.tsx';
import { useRuleWords } from '../useRuleWords.ts';
import { useAssessViews, type AssessViews } from '../viewState.ts';
import { changeCounts, communityLines, totalLines } from './consequenceLines.ts';
import { CommunityConsequences } from './CommunityConsequences.tsx';
import { movedLines } from './movedLines.ts';
import { TotalConsequences } from './TotalConsequences.tsx';
import { totalCsvLine } from './totalWords.ts';

type Part = AssessViews['consequences'];
const PARTS = ['size', 'people', 'totals', 'indicators', 'reach'] as const satisfies readonly Part[];

/** `of` null: being asked for. `states`: what the two are called. `empty`: said where no community differs. `revisions`: between which reach is compared; without them it is shown elsewhere. */
interface Props {
  of: Consequences | null;
  states: { before: string; after: string };
  empty: string;
  /** Of what they are told. */
  choice?: ReactNode;
  revisions?: { a: number; b: number };
}

export function ConsequenceTables({ of, states, empty, choice, revisions }: Props) {
  const words = useRuleWords();
  const { t } = words;
  const chosen = useAssessViews((views) => views.consequences);
  const part = chosen === 'reach' && !revisions ? 'size' : chosen;
  const indicators = useAssess((mirror) => mirror.state?.rules.indicators);
  if (!of) return <p className="empty" role="status">{t('views.asking')}</p>;
  const lines = communityLines(of);
  const moved = movedLines(of, indicators ?? []);
  const counts = changeCounts(of);
  const money = of.yuanPerYear === 0 ? null : `${of.yuanPerYear > 0 ? '+' : ''}${yuanText(t, of.yuanPerYear)}`;
  const text = () => {
    if (part === 'totals') return totalsCsv(totalLines(of).map((line) => totalCsvLine(words, of, line)), states, t);
    return part === 'indicators' ? scorecardCsv(moved.map((line) => scorecardLine(words, line)), t) : consequencesCsv(lines, t);
  };
  const summary = [t('views.consequences.summary', counts), ...(of.elections > 0 ? [t('views.consequences.elections', { count: of.elections })] : []), ...(money === null ? [] : [t('views.consequences.money', { money })])].join(' · ');
  return (
    <>
      <ViewBar label={t('views.consequences.title')} end={part !== 'reach' && <ExportCsv what={t('views.consequences.title')} state={`${states.before}_${states.after}`} text={text} disabled={lines.length === 0 && moved.length === 0} />}>
        <Pills<Part>
          label={t('views.consequences.which')}
          value={part}
          onChange={(consequences) => { useAssessViews.setState({ consequences }); }}
          options={PARTS.filter((each) => each !== 'reach' || revisions).map((each) => ({ value: each, label: t(`views.consequences.${each}`), ...(each === 'indicators' ? { count: moved.length } : {}) }))}
        />
        {part !== 'reach' && choice}
        {lines.length > 0 && part !== 'reach' && (
          <span className="note view-note" role="status" title={summary}>{summary}</span>
        )}
      </ViewBar>
      {part === 'totals' ? <TotalConsequences of={of} states={states} />
        : part === 'indicators' ? <ScoreMoves lines={moved} />
          : part === 'reach' ? revisions && <ReachChanges {...revisions} states={states} />
            : <CommunityConsequences lines={lines} part={part} empty={empty} />}
    </>
  );
}
