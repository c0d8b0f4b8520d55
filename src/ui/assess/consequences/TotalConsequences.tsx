/** The totals of both states side by side: how many of each class, what is owed, what is short, the money. */
import { useMemo } from 'react';
import type { Consequences } from '../../../core/rules/consequences.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure, signedFigure } from '../../words/figures.ts';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords } from '../useRuleWords.ts';
import { totalLines, type TotalLine } from './consequenceLines.ts';
import { totalWords, type TotalWords } from './totalWords.ts';

type Line = { line: TotalLine; words: TotalWords };

export function TotalConsequences({ of, states }: { of: Consequences; states: { before: string; after: string } }) {
  const words = useRuleWords();
  const { t } = words;
  const { selected, choose } = useRowChoice();
  const lines = useMemo(() => totalLines(of).map((line): Line => ({ line, words: totalWords(words, of, line) })), [of, words]);
  const rule = <span className="muted">—</span>;
  const short = (side: 'shortBefore' | 'shortAfter') => ({ line, words: { text } }: Line) => (line.kind !== 'need' ? rule : <span className={side === 'shortAfter' && line.shortAfter !== line.shortBefore ? 'strong' : undefined}>{text(line[side])}</span>);
  const columns: Column<Line>[] = [
    { id: 'item', head: t('views.consequences.item'), width: words.language === 'en' ? 'minmax(168px, 1.4fr)' : 'minmax(104px, 1fr)', cell: ({ words: { item, unit } }) => <>{item} <span className="unit">{unit}</span></> },
    { id: 'before', head: states.before, width: '84px', numeric: true, cell: ({ line, words: { text } }) => text(line.before) },
    { id: 'after', head: states.after, width: '84px', numeric: true, cell: ({ line, words: { text } }) => <span className={line.after === line.before ? undefined : 'strong'}>{text(line.after)}</span> },
    { id: 'difference', head: t('views.consequences.difference'), width: '72px', numeric: true, cell: ({ line }) => (line.after === line.before ? rule : <span className="change">{signedFigure(line.after - line.before, Number.isInteger(line.after - line.before) ? 0 : 1)}</span>) },
    { id: 'shortBefore', head: `${states.before} ${t('views.consequences.short')}`, width: '88px', numeric: true, cell: short('shortBefore') },
    { id: 'shortAfter', head: `${states.after} ${t('views.consequences.short')}`, width: words.language === 'en' ? '104px' : '88px', numeric: true, cell: short('shortAfter') },
    { id: 'unknown', head: t('views.consequences.unknown'), help: t('views.consequences.unknownHelp'), width: words.language === 'en' ? '68px' : '60px', numeric: true, cell: ({ line }) => (line.unknown === 0 ? rule : <span className="tone-unknown">{figure(line.unknown)}</span>) },
    { id: 'article', head: t('views.article'), width: 'minmax(64px, 1.2fr)', cell: ({ words: { article, short: brief } }) => (article === '' ? rule : <span className="muted" title={article}>{brief}</span>) },
  ];
  return <VirtualTable label={t('views.consequences.totals')} columns={columns} rows={lines} keyOf={({ line }) => line.id} selected={selected} onSelect={({ line }) => { choose(line.id); }} empty={null} />;
}
