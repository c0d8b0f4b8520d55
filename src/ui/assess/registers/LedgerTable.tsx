/** 用房台账: what each compound has to provide, has and lacks; compounds that no community manages first. */
import { useMemo, useState } from 'react';
import { openPlanDialog } from '../../../state/plan/dialog.ts';
import type { CompoundLedgerRow } from '../../../worker/assessProtocol.ts';
import { ledgerCsv } from '../../../report/registersCsv.ts';
import { Pills } from '../../controls/Pills.tsx';
import { SearchBox } from '../../controls/SearchBox.tsx';
import { useIsNarrow } from '../../controls/useMedia.ts';
import { ActionButton } from '../../plan/ActionButton.tsx';
import { VerdictGlyph } from '../../rules/VerdictGlyph.tsx';
import { verdictText } from '../../rules/ruleWords.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure } from '../../words/figures.ts';
import { Article, Nothing } from '../Cells.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { useBlocked } from '../useBlocked.ts';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';
import { useAssessViews } from '../viewState.ts';
import { isListed, ledgerLines, type LedgerFilter, type LedgerLine } from './registerLines.ts';
import type { RegisterBar } from './RegisterTable.tsx';

const FILTERS = ['all', 'outside', 'short'] as const satisfies readonly LedgerFilter[];

/** `compounds` null: being asked for. */
export function LedgerTable({ compounds, bar }: { compounds: readonly CompoundLedgerRow[] | null; bar: RegisterBar }) {
  const words = useRuleWords();
  const { t } = words;
  const filter = useAssessViews((views) => views.ledgerFilter);
  const [search, setSearch] = useState('');
  const { selected, choose } = useRowChoice();
  const lines = useMemo(() => ledgerLines(compounds ?? [], words.rules?.rules ?? []), [compounds, words]);
  const needle = search.trim().toLowerCase();
  const shown = lines.filter((line) => isListed(line, filter, needle));
  const filters = (
    <>
      <span className="separator" />
      <Pills<LedgerFilter>
        label={t('views.shown')}
        value={filter}
        onChange={(ledgerFilter) => { useAssessViews.setState({ ledgerFilter }); }}
        options={FILTERS.map((each) => ({ value: each, label: t(`views.ledger.filter.${each}`), ...(each === 'all' ? {} : { count: lines.filter((line) => isListed(line, each, '')).length }) }))}
      />
    </>
  );
  const text = () => ledgerCsv(shown.map((line) => csvLine(words, line)), t);
  return (
    <>
      {bar(filters, <><SearchBox label={t('views.ledger.search')} value={search} onChange={setSearch} /><ExportCsv what={t('views.registers.ledger')} text={text} disabled={shown.length === 0} /></>)}
      <VirtualTable
        label={t('views.registers.ledger')}
        columns={useColumns(words)}
        rows={shown}
        keyOf={({ row }) => row.id}
        selected={selected}
        onSelect={({ row }) => { choose(row.id); }}
        empty={<p>{t(compounds === null ? 'views.asking' : lines.length === 0 ? 'views.ledger.none' : 'views.ledger.noneFiltered')}</p>}
      />
    </>
  );
}

function useColumns(words: RuleWords): Column<LedgerLine>[] {
  const { t } = words;
  const narrow = useIsNarrow();
  const blocked = useBlocked();
  const area = ({ row }: LedgerLine, value: number | null) => (value !== null ? figure(value, 0) : row.rule === null || row.verdict === 'notApplicable' ? <span className="muted">—</span> : <Nothing />);
  return [
    { id: 'compound', head: t('views.ledger.compound'), width: 'minmax(76px, 1fr)', cell: ({ row }) => <span title={row.name}>{row.name}</span> },
    { id: 'community', head: t('views.ledger.community'), width: 'minmax(84px, 1fr)', cell: ({ row }) => row.community ?? <span className="alarm">{row.attachedTo === null ? t('views.ledger.noCommunity') : t('views.ledger.attached', { name: row.attachedTo })}</span> },
    { id: 'households', head: t('column.households'), unit: t('unit.households'), width: words.language === 'en' ? '92px' : '76px', numeric: true, cell: ({ row }) => (row.households === null ? <Nothing /> : figure(row.households)) },
    ...(narrow ? [] : [{ id: 'completed', head: t('views.ledger.completed'), width: '64px', cell: ({ row }: LedgerLine) => row.completed ?? <Nothing /> }]),
    { id: 'owed', head: t('views.ledger.owed'), unit: 'm²', width: '64px', numeric: true, cell: (line) => area(line, line.row.owed) },
    { id: 'have', head: t('views.ledger.have'), unit: 'm²', width: '64px', numeric: true, cell: (line) => area(line, line.row.have) },
    { id: 'short', head: t('views.ledger.short'), unit: 'm²', width: '60px', numeric: true, cell: (line) => (line.row.short !== null && line.row.short > 0 ? <span className="alarm">{figure(line.row.short, 0)}</span> : area(line, line.row.short)) },
    { id: 'verdict', head: t('views.score.verdict'), width: words.language === 'en' ? '104px' : '76px', cell: ({ row, rule }) => (row.rule === null ? <span className="muted" title={t('views.ledger.noRule')}>—</span> : <span className="verdict"><VerdictGlyph of={row.verdict} />{verdictText(t, { verdict: row.verdict, strength: rule?.strength ?? 'firm' })}</span>) },
    {
      id: 'do', head: t('views.attachments.do'), width: 'minmax(98px, 1.7fr)',
      cell: (line) => (line.deed === 'attach'
        ? <ActionButton className="cell-button" reason={blocked} onClick={() => { openPlanDialog({ kind: 'attach', community: null, compound: line.row.name }); }}>{t('views.ledger.attach')}</ActionButton>
        : <span className="muted" title={deedText(words, line)}>{deedText(words, line)}</span>),
    },
    { id: 'article', head: t('views.article'), width: '64px', cell: ({ row, rule }) => (row.source === null ? <span className="muted">—</span> : <Article of={row.source} words={words} more={rule ? words.words(rule.wording) : ''} />) },
  ];
}

function deedText(words: RuleWords, { deed, wants, row }: LedgerLine): string {
  const { t } = words;
  switch (deed) {
    case 'attach': return t('views.ledger.attach');
    case 'trace': return t('views.ledger.trace');
    case 'topUp': return t('views.ledger.topUp');
    case 'data': return t('views.ledger.needs', { fields: words.metrics(wants) });
    case 'none': return row.verdict === 'pass' ? t('views.ledger.fine') : '—';
  }
}

function csvLine(words: RuleWords, line: LedgerLine) {
  const { row, rule } = line;
  const { name, households, completed, owed, have, short } = row;
  const community = row.community ?? (row.attachedTo === null ? words.t('views.ledger.noCommunity') : words.t('views.ledger.attached', { name: row.attachedTo }));
  return {
    compound: name, community, households, completed, owed, have, short, deed: deedText(words, line), article: row.source === null ? '' : words.source(row.source),
    verdict: row.rule === null ? '' : verdictText(words.t, { verdict: row.verdict, strength: rule?.strength ?? 'firm' }),
  };
}
