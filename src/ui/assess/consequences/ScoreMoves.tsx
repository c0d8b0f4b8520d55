/** Indicators that moved: before → after, and the verdict where it turned. */
import type { ScoreRow } from '../../../core/rules/indicator.ts';
import { VerdictGlyph, verdictShape } from '../../rules/VerdictGlyph.tsx';
import { verdictText } from '../../rules/ruleWords.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure } from '../../words/figures.ts';
import { Article, Moved } from '../Cells.tsx';
import type { ScoreLine } from '../scorecard/scoreLines.ts';
import { actualText, targetText } from '../scorecard/scoreWords.ts';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';

export function ScoreMoves({ lines }: { lines: readonly ScoreLine[] }) {
  const words = useRuleWords();
  const { t } = words;
  const { selected, choose } = useRowChoice();
  const none = t('value.none');
  const columns: Column<ScoreLine>[] = [
    { id: 'number', head: t('column.number'), width: '44px', numeric: true, cell: ({ row }) => row.row ?? <span className="muted">—</span> },
    { id: 'name', head: t('views.score.name'), width: 'minmax(132px, 1.6fr)', cell: ({ indicator }) => <span title={words.words(indicator.wording)}>{words.words(indicator.wording)}</span> },
    { id: 'target', head: t('views.score.target'), width: '84px', numeric: true, cell: (line) => targetText(words, line) || <span className="muted">—</span> },
    { id: 'actual', head: t('views.score.actual'), width: 'minmax(120px, 0.8fr)', numeric: true, cell: (line) => <Moved before={actualText(words, line.base?.actual ?? null, line) ?? none} after={actualText(words, line.row.actual, line) ?? none} /> },
    { id: 'known', head: t('views.score.known'), help: t('views.score.knownHelp'), width: 'minmax(128px, 0.9fr)', numeric: true, cell: ({ row, base }) => <Moved before={counts(base)} after={counts(row)} /> },
    { id: 'verdict', head: t('views.score.verdict'), width: 'minmax(96px, 0.8fr)', cell: (line) => <VerdictMove line={line} words={words} /> },
    { id: 'article', head: t('views.article'), width: '96px', cell: ({ row }) => <Article of={row.source} words={words} /> },
  ];
  return (
    <VirtualTable label={t('views.consequences.indicators')} columns={columns} rows={lines} keyOf={({ row }) => row.indicator} selected={selected} onSelect={({ row }) => { choose(row.indicator); }} empty={<p>{t('views.consequences.noIndicators')}</p>} />
  );
}

function counts(of: Pick<ScoreRow, 'known' | 'unknown'> | null): string | null {
  return of && `${figure(of.known)} / ${figure(of.unknown)}`;
}

function VerdictMove({ line: { row, base }, words: { t } }: { line: ScoreLine; words: RuleWords }) {
  const firm = row.strength === 'firm';
  const turned = base !== null && base.verdict !== row.verdict;
  return (
    <span className={`verdict tone-${verdictShape(row.verdict, firm).tone}`}>
      {turned && <><VerdictGlyph of={base.verdict} firm={firm} label={verdictText(t, { ...row, verdict: base.verdict })} /><span className="muted">→</span></>}
      <VerdictGlyph of={row.verdict} firm={firm} />{turned ? <b>{verdictText(t, row)}</b> : verdictText(t, row)}
    </span>
  );
}
