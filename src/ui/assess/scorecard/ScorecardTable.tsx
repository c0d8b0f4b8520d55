/** 指标: every indicator with target, figure, what is known of it and its article; base → now where it moved. */
import { useMemo } from 'react';
import { ASPECTS } from '../../../core/rules/vocabulary.ts';
import type { Consequences } from '../../../core/rules/consequences.ts';
import { scorecardCsv } from '../../../report/scorecardCsv.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { Choose } from '../../controls/Choose.tsx';
import { Pills } from '../../controls/Pills.tsx';
import { useIsNarrow } from '../../controls/useMedia.ts';
import { VerdictGlyph, verdictShape } from '../../rules/VerdictGlyph.tsx';
import { verdictText } from '../../rules/ruleWords.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure } from '../../words/figures.ts';
import { Article, Moved, Nothing, ViewBar } from '../Cells.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';
import { useAssessViews } from '../viewState.ts';
import { aspectsIn, isPast, isShown, scoreLines, type ScoreFilter, type ScoreLine } from './scoreLines.ts';
import { actualText, bareText, noteText, scorecardLine, targetText, verdictHelp } from './scoreWords.ts';

const WHOLE = 'whole';
const FILTERS = ['all', 'missed', 'unknown', 'moved'] as const satisfies readonly ScoreFilter[];

/** `consequences` null: the base is not known yet. */
export function ScorecardTable({ consequences }: { consequences: Consequences | null }) {
  const words = useRuleWords();
  const { t } = words;
  const state = useAssess((mirror) => mirror.state);
  const { district, scoreFilter, scoreAspect } = useAssessViews();
  const area = state?.districts.find(({ name }) => name === district) ?? null;
  const lines = useMemo(
    () => scoreLines(area?.scorecard ?? state?.scorecard ?? [], state?.rules.indicators ?? [], consequences?.indicators ?? null),
    [area, state, consequences],
  );
  const { selected, choose } = useRowChoice();
  const ofAspect = lines.filter((line) => isShown(line, 'all', scoreAspect));
  const shown = ofAspect.filter((line) => isShown(line, scoreFilter, scoreAspect));
  const count = (filter: ScoreFilter) => ofAspect.filter((line) => isShown(line, filter, scoreAspect)).length;
  const districts = state?.districts.filter(({ name }) => name !== '') ?? [];
  const told = shown.find(({ row }) => row.indicator === selected);
  return (
    <>
      <ViewBar label={t('views.score.title')} end={<ExportCsv what={t('views.score.title')} text={() => scorecardCsv(shown.map((line) => scorecardLine(words, line)), t)} disabled={shown.length === 0} />}>
        <Pills<ScoreFilter>
          label={t('views.shown')}
          value={scoreFilter}
          onChange={(filter) => { useAssessViews.setState({ scoreFilter: filter }); }}
          options={FILTERS.map((filter) => ({ value: filter, label: t(`views.score.filter.${filter}`), count: count(filter) }))}
        />
        <span className="view-field">
          <Choose
            label={t('views.score.aspect')}
            value={scoreAspect ?? 'all'}
            options={[{ value: 'all', label: t('views.score.anyAspect') }, ...aspectsIn(lines, ASPECTS).map((aspect) => ({ value: aspect, label: aspect === 'none' ? t('views.score.noAspect') : t(`rules.aspect.${aspect}`) }))]}
            onChange={(aspect) => { useAssessViews.setState({ scoreAspect: aspect === 'all' ? null : aspect }); }}
          />
        </span>
        {districts.length > 1 && (
          <span className="view-field">
            <Choose
              label={t('views.score.area')}
              value={area === null ? WHOLE : `:${area.name}`}
              options={[{ value: WHOLE, label: t('views.score.whole') }, ...districts.map(({ name }) => ({ value: `:${name}`, label: name }))]}
              onChange={(next) => { useAssessViews.setState({ district: next === WHOLE ? null : next.slice(1) }); }}
            />
          </span>
        )}
        {told && <Told line={told} words={words} />}
      </ViewBar>
      <VirtualTable
        label={t('views.score.title')}
        columns={useColumns(words, state?.asOf ?? '')}
        rows={shown}
        keyOf={({ row }) => row.indicator}
        selected={selected}
        onSelect={({ row }) => { choose(row.indicator); }}
        empty={<p>{t(lines.length === 0 ? 'views.score.none' : 'views.score.noneFiltered')}</p>}
      />
    </>
  );
}

/** The row chosen, in full: what the columns have no room for. */
function Told({ line, words }: { line: ScoreLine; words: RuleWords }) {
  const text = [words.words(line.indicator.wording), noteText(words, line)].filter(Boolean).join('：');
  return <span className="note view-note" role="status" title={`${text}\n${words.source(line.row.source)}`}>{text}</span>;
}

function useColumns(words: RuleWords, asOf: string): Column<ScoreLine>[] {
  const narrow = useIsNarrow();
  const { t } = words;
  const reading = ({ indicator }: ScoreLine) => (indicator.reading ? t('assess.readingLine', { text: words.words(indicator.reading) }) : '');
  return [
    { id: 'number', head: t('column.number'), width: '36px', numeric: true, cell: ({ row }) => row.row ?? <span className="muted">—</span> },
    { id: 'name', head: t('views.score.name'), width: 'minmax(150px, 1.8fr)', cell: (line) => { const name = words.words(line.indicator.wording); return <span title={[name, words.source(line.row.source), reading(line)].filter(Boolean).join('\n')}>{name}</span>; } },
    ...(narrow ? [] : [{ id: 'property', head: t('views.score.property'), width: '64px', cell: ({ row }: ScoreLine) => (row.property === null ? <span className="muted">—</span> : t(`views.score.${row.property}`)) }]),
    { id: 'target', head: t('views.score.target'), width: narrow ? '104px' : '112px', numeric: true, cell: (line) => <Target line={line} words={words} asOf={asOf} /> },
    { id: 'actual', head: t('views.score.actual'), width: narrow ? '98px' : '112px', numeric: true, cell: (line) => <Actual line={line} words={words} /> },
    { id: 'verdict', head: t('views.score.verdict'), width: words.language === 'en' ? '110px' : narrow ? '78px' : 'minmax(84px, 0.5fr)', cell: ({ row, ...line }) => { const firm = row.strength === 'firm'; return <span className={`verdict tone-${verdictShape(row.verdict, firm).tone}`} title={verdictHelp(words, { row, ...line })}><VerdictGlyph of={row.verdict} firm={firm} />{verdictText(t, row)}</span>; } },
    { id: 'known', head: t('views.score.known'), help: t('views.score.knownHelp'), width: narrow ? '76px' : '84px', numeric: true, cell: ({ row, indicator }) => (indicator.measure.type === 'given' ? <span className="muted">—</span> : <span>{figure(row.known)} / <span className={row.unknown > 0 ? 'tone-unknown' : undefined}>{figure(row.unknown)}</span></span>) },
    { id: 'note', head: t('views.score.note'), width: 'minmax(72px, 1fr)', cell: (line) => { const note = noteText(words, line); return <span className="muted" title={note}>{note}</span>; } },
    { id: 'article', head: t('views.article'), width: '86px', cell: (line) => <Article of={line.row.source} words={words} more={reading(line)} /> },
  ];
}

/** ≥ 60 % · 2025 */
function Target({ line, words, asOf }: { line: ScoreLine; words: RuleWords; asOf: string }) {
  const { year } = line.row;
  const target = targetText(words, line);
  if (target === '') return <span className="muted">—</span>;
  const when = year === null ? undefined : words.t(isPast(year, asOf) ? 'views.score.yearPast' : 'views.score.year', { year });
  return <span title={when}>{target}{year !== null && <span className="unit"> · {year}</span>}</span>;
}

function Actual({ line, words }: { line: ScoreLine; words: RuleWords }) {
  const now = actualText(words, line.row.actual, line);
  if (line.base === null) return now === null ? <Nothing /> : <span>{now}</span>;
  const none = words.t('value.none');
  const before = actualText(words, line.base.actual, line);
  if (before === now) return <span>{now ?? <Nothing />}</span>;
  // The unit once, behind the later figure.
  return <Moved before={before === null ? none : bareText(words, line.base.actual, line)} after={now ?? none} title={`${before ?? none} → ${now ?? none}`} />;
}
