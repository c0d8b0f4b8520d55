/** 排名: subdistricts or districts by the six audited aspects, or by size and what they lack; what was settled since the base. */
import { useMemo } from 'react';
import type { AreaAssessment } from '../../../core/assess.ts';
import { sizeProgress, type Progress } from '../../../core/rules/league.ts';
import { ASPECTS, type Aspect } from '../../../core/rules/vocabulary.ts';
import { leagueCsv } from '../../../report/leagueCsv.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { usePlan } from '../../../state/plan/plan.ts';
import { flyToBounds, type Bounds } from '../../../state/view.ts';
import { Pills } from '../../controls/Pills.tsx';
import { ClassGlyph } from '../../rules/VerdictGlyph.tsx';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure } from '../../words/figures.ts';
import { ViewBar } from '../Cells.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { useRowChoice } from '../useRowChoice.ts';
import { useAnswer } from '../useAnswer.ts';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';
import { useAssessViews, type AssessViews } from '../viewState.ts';
import { isAspect, LEAGUE_TOTALS, leagueLines, totalOf, type LeagueLine, type LeagueSort, type LeagueTotal } from './leagueLines.ts';

const TEN_THOUSAND = 10_000;

export function LeagueTable() {
  const words = useRuleWords();
  const { t } = words;
  const state = useAssess((mirror) => mirror.state);
  const { leagueLevel: level, leagueColumns, leagueSort } = useAssessViews();
  const { selected, choose } = useRowChoice();
  const areas = useMemo(() => state?.[level] ?? [], [state, level]);
  const named = areas.some(({ name }) => name !== '');
  const lines = useMemo(() => (named ? leagueLines(areas, leagueSort) : []), [named, areas, leagueSort]);
  const show = (columns: AssessViews['leagueColumns']) => {
    const kept = (columns === 'aspects') === isAspect(leagueSort.column);
    useAssessViews.setState({ leagueColumns: columns, ...(kept ? {} : { leagueSort: { column: columns === 'aspects' ? 'size' : 'roomsShort', descending: true } }) });
  };
  const base = useAnswer('assessBaseAreas', null);
  const before = useMemo(() => new Map(base?.[level].map((area) => [keyOf(area), area])), [base, level]);
  const progress = state && sizeProgress(state.baseTotals, state.totals);
  return (
    <>
      <ViewBar label={t('views.league.title')} end={<ExportCsv what={t('views.league.title')} text={() => leagueCsv(lines.map(({ area }) => area), t)} disabled={lines.length === 0} />}>
        <Pills<AssessViews['leagueColumns']> label={t('views.league.columns')} value={leagueColumns} onChange={show} options={[{ value: 'aspects', label: t('views.league.aspects') }, { value: 'totals', label: t('views.league.totals') }]} />
        <span className="separator" />
        <Pills<AssessViews['leagueLevel']>
          label={t('views.league.level')}
          value={level}
          onChange={(leagueLevel) => { useAssessViews.setState({ leagueLevel }); }}
          options={(['subdistricts', 'districts'] as const).map((each) => ({ value: each, label: t(`views.league.${each}`), count: state?.[each].length ?? 0 }))}
        />
        {progress && <ProgressNote of={progress.superLarge} which="superLarge" />}
        {progress && <ProgressNote of={progress.micro} which="micro" />}
      </ViewBar>
      <VirtualTable
        label={t('views.league.title')}
        columns={columnsOf(words, level, leagueColumns, before)}
        rows={lines}
        keyOf={({ area }) => keyOf(area)}
        selected={selected}
        sort={leagueSort}
        onSort={(column) => { if (isSortable(column)) useAssessViews.setState({ leagueSort: { column, descending: leagueSort.column === column ? !leagueSort.descending : column !== 'name' } }); }}
        onSelect={({ area }) => { choose(keyOf(area)); }}
        onActivate={({ area }) => { choose(keyOf(area)); flyToArea(area, level); }}
        empty={<p>{t('views.league.none')}</p>}
      />
    </>
  );
}

function columnsOf(words: RuleWords, level: AssessViews['leagueLevel'], which: AssessViews['leagueColumns'], before: ReadonlyMap<string, AreaAssessment>): Column<LeagueLine>[] {
  const { t } = words;
  const name: Column<LeagueLine> = { id: 'name', head: t(level === 'subdistricts' ? 'views.league.name' : 'views.league.nameDistrict'), width: 'minmax(76px, 0.8fr)', cell: ({ area }) => (area.name === '' ? <span className="muted">{t('views.league.noName')}</span> : <span title={level === 'subdistricts' ? area.district : undefined}>{area.name}</span>) };
  if (which === 'totals') return [name, ...LEAGUE_TOTALS.map((total) => totalColumn(words, total, before))];
  return [
    { id: 'place', head: t('views.league.rank'), width: words.language === 'en' ? '48px' : '40px', numeric: true, cell: ({ place }) => place ?? <span className="muted">—</span> },
    name,
    ...ASPECTS.map((aspect) => aspectColumn(words, aspect)),
  ];
}

function aspectColumn(words: RuleWords, aspect: Aspect): Column<LeagueLine> {
  const { t } = words;
  const word = t(`rules.aspect.${aspect}`);
  const articles = [...new Set(words.rules?.rules.flatMap((rule) => (rule.aspect === aspect && rule.level === 'community' && !rule.off && !rule.reference ? [words.source(rule.source)] : [])) ?? [])];
  return {
    id: aspect, head: word, unit: '%', help: t('views.league.aspectHelp', { aspect: word, articles: articles.join(t('report.listSeparator')) }), width: 'minmax(88px, 1fr)', numeric: true,
    cell: ({ area }) => {
      const { pass, fail, unknown, rate } = area.league[aspect];
      const tally = { aspect: word, pass: figure(pass), judged: figure(pass + fail), unknown: figure(unknown) };
      return (
        <span className="tally" title={t('views.league.cell', tally)}>
          <span className="unit">{t('views.league.tally', tally)}{unknown > 0 && <span className="unknown-count">{t('views.league.unknown', tally)}</span>}</span>
          <span className="rate">{rate === null ? <span className="muted">—</span> : figure(rate, 0)}</span>
        </span>
      );
    },
  };
}

const TOTAL_WIDTHS: Record<LeagueTotal, string> = { communities: 'minmax(86px, 0.6fr)', households: 'minmax(88px, 1fr)', people: 'minmax(88px, 1fr)', superLarge: 'minmax(76px, 0.6fr)', micro: 'minmax(72px, 0.6fr)', roomsShort: 'minmax(96px, 1fr)', money: 'minmax(132px, 1fr)' };

function totalColumn(words: RuleWords, total: LeagueTotal, before: ReadonlyMap<string, AreaAssessment>): Column<LeagueLine> {
  const { t } = words;
  const heads: Record<LeagueTotal, { head: string; unit: string; help?: string }> = {
    communities: { head: t('views.league.communities'), unit: t('unit.count') },
    households: { head: t('column.households'), unit: t('unit.households') },
    people: { head: t('column.people'), unit: t('unit.people') },
    superLarge: { head: t('rules.class.superLarge'), unit: t('unit.count') },
    micro: { head: t('rules.class.micro'), unit: t('unit.count') },
    roomsShort: { head: t('views.league.roomsShort'), unit: 'm²', help: words.ofNeed('rooms') },
    money: { head: t('views.league.money'), unit: t('views.league.moneyUnit'), help: moneySources(words) },
  };
  return { id: total, ...heads[total], width: TOTAL_WIDTHS[total], numeric: true, cell: ({ area }) => <Total of={area} before={before.get(keyOf(area)) ?? null} which={total} words={words} /> };
}

function Total({ of, before, which, words: { t } }: { of: AreaAssessment; before: AreaAssessment | null; which: LeagueTotal; words: RuleWords }) {
  const { totals } = of;
  const unknown = { households: totals.householdsUnknown, people: totals.peopleUnknown, roomsShort: totals.needs.rooms?.unknown ?? 0, money: totals.moneyUnknownItems, communities: 0, superLarge: 0, micro: 0 }[which];
  const help = unknown === 0 ? undefined : t(which === 'money' ? 'views.league.moneyUnknown' : 'views.league.unknownMore', { count: figure(unknown) });
  const more = unknown > 0 && <span className="unit" title={help}> +?</span>;
  if (which === 'roomsShort' && totals.needs.rooms === undefined) return <span className="muted">—</span>;
  const value = totalOf(of, which);
  const text = (area: AreaAssessment) => (which === 'money' ? figure(totalOf(area, which) / TEN_THOUSAND, 1) : figure(totalOf(area, which), 0));
  const [was, is] = [before && text(before), text(of)];
  const alarming = { roomsShort: 'alarm', superLarge: 'tone-over', micro: 'tone-under', communities: undefined, households: undefined, people: undefined, money: undefined }[which];
  return <span title={help} className={value > 0 ? alarming : undefined}>{was === null || was === is ? is : <><span className="muted">{was} → </span><b>{is}</b></>}{more}</span>;
}

function moneySources(words: RuleWords): string {
  return [...new Set(words.rules?.money.flatMap((entry) => (entry.off ? [] : [words.source(entry.source)])) ?? [])].join(words.t('report.listSeparator'));
}

/** ▲ 超大 5 → 3，已解决 2 个 */
function ProgressNote({ of: { start, now, settled }, which }: { of: Progress; which: 'superLarge' | 'micro' }) {
  const { t } = useRuleWords();
  if (start === 0 && now === 0) return null;
  return (
    <span className="progress-note" title={t('views.league.progressHelp')}>
      <ClassGlyph of={which} />
      {settled < 0 ? t('views.league.progressWorse', { start, now, more: -settled }) : t('views.league.progress', { start, now, settled })}
    </span>
  );
}

function isSortable(column: string): column is LeagueSort['column'] {
  return column === 'name' || isAspect(column) || (LEAGUE_TOTALS as readonly string[]).includes(column);
}

function keyOf({ name, district }: AreaAssessment): string {
  return `${district} ${name}`;
}

/** Where its communities lie. Of a district only where its subdistricts tell which are its own. */
function flyToArea(area: AreaAssessment, level: AssessViews['leagueLevel']): void {
  const own = new Set(level === 'subdistricts' ? [area.name] : useAssess.getState().state?.subdistricts.flatMap(({ name, district }) => (district === area.name ? [name] : [])));
  const boxes = usePlan.getState().state?.communities.flatMap(({ subdistrict, bounds }) => (bounds && own.has(subdistrict ?? '') ? [bounds] : [])) ?? [];
  if (boxes.length === 0) return;
  const side = (k: number, pick: (...values: number[]) => number) => boxes.reduce((most, box) => pick(most, box[k]!), boxes[0]![k]!);
  flyToBounds([side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)] satisfies Bounds);
}
