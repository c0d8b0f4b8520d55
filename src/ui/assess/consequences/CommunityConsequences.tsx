/** Per created, changed or abolished community: class, households, rooms and plaza; or seats, election, staff, grids, money. */
import type { CommunityConsequence, CommunityState } from '../../../core/rules/consequences.ts';
import type { Need, Unit } from '../../../core/rules/vocabulary.ts';
import { selectCommunity } from '../../../state/operations/selectInPlan.ts';
import { rowById } from '../../../state/plan/plan.ts';
import { useView } from '../../../state/view.ts';
import { useIsNarrow } from '../../controls/useMedia.ts';
import { amount, unitText } from '../../rules/ruleWords.ts';
import { ClassGlyph } from '../../rules/VerdictGlyph.tsx';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { figure } from '../../words/figures.ts';
import { Moved } from '../Cells.tsx';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';
import { needSides } from './consequenceLines.ts';

const TEN_THOUSAND = 10_000;

export function CommunityConsequences({ lines, part, empty }: { lines: readonly CommunityConsequence[]; part: 'size' | 'people'; empty: string }) {
  const words = useRuleWords();
  const { t } = words;
  const narrow = useIsNarrow();
  const selection = useView((view) => view.selection);
  const chosen = selection?.kind === 'unit' ? lines.find(({ id }) => rowById(id)?.unit === selection.index) : undefined;
  const select = ({ id }: CommunityConsequence, fly: boolean) => {
    const row = rowById(id);
    if (row) selectCommunity(row.unit, { fly });
  };
  const columns: Column<CommunityConsequence>[] = [
    { id: 'name', head: t('column.name'), width: 'minmax(80px, 1fr)', cell: ({ name, after }) => <span className={after ? undefined : 'muted'} title={name}>{name}</span> },
    { id: 'change', head: t('column.fate'), width: words.language === 'en' ? '76px' : 'minmax(44px, 0.5fr)', cell: ({ change }) => <span className={change === 'created' ? 'change strong' : change === 'abolished' ? 'muted' : undefined}>{t(`views.consequences.change.${change}`)}</span> },
    ...(part === 'size' ? sizeColumns(words, narrow) : peopleColumns(words, narrow)),
  ];
  return (
    <VirtualTable
      label={t('views.consequences.title')}
      columns={columns}
      rows={lines}
      keyOf={({ id, change }) => `${change} ${id}`}
      selected={chosen ? `${chosen.change} ${chosen.id}` : null}
      onSelect={(line) => { select(line, false); }}
      onActivate={(line) => { select(line, true); }}
      isDone={({ after }) => after === null}
      empty={<p>{empty}</p>}
    />
  );
}

function sizeColumns(words: RuleWords, narrow: boolean): Column<CommunityConsequence>[] {
  const { t } = words;
  const wide = narrow ? '94px' : 'minmax(108px, 0.9fr)';
  return [
    { id: 'class', head: t('column.sizeClass'), help: classSources(words), width: narrow ? (words.language === 'en' ? '108px' : '96px') : '124px', cell: (line) => <Classes of={line} /> },
    { id: 'households', head: t('column.households'), unit: t('unit.households'), width: '98px', numeric: true, cell: (line) => <Sides of={line} pick={({ households }) => (households === null ? null : figure(households))} /> },
    { id: 'roomsOwed', head: t('views.consequences.roomsOwed'), unit: 'm²', help: words.ofNeed('rooms'), width: wide, numeric: true, cell: (line) => <Owed of={line} need="rooms" what="owed" words={words} /> },
    { id: 'roomsShort', head: t('views.consequences.roomsShort'), unit: 'm²', help: words.ofNeed('rooms'), width: wide, numeric: true, cell: (line) => <Owed of={line} need="rooms" what="short" words={words} /> },
    { id: 'plazaShort', head: t('views.consequences.plazaShort'), unit: 'm²', help: words.ofNeed('plaza'), width: narrow ? '88px' : wide, numeric: true, cell: (line) => <Owed of={line} need="plaza" what="short" words={words} /> },
    { id: 'fails', head: t('views.consequences.fails'), unit: t('views.consequences.failsUnit'), width: '70px', numeric: true, cell: (line) => <Sides of={line} pick={({ fails }) => figure(fails)} /> },
  ];
}

const SHORT_HEADS: Partial<Record<Need, 'committee' | 'party' | 'workers' | 'heads'>> = { committeeSeats: 'committee', partySeats: 'party', workers: 'workers', heads: 'heads' };

function peopleColumns(words: RuleWords, narrow: boolean): Column<CommunityConsequence>[] {
  const { t } = words;
  const need = (which: Need, unit: 'persons' | 'grids'): Column<CommunityConsequence> => {
    const short = SHORT_HEADS[which];
    const head = short ? t(`views.consequences.${short}`) : t(`rules.need.${which}`);
    const unitWord = unit === 'persons' ? t('unit.people') : unitText(t, unit);
    return { id: which, head, ...(unitWord === head ? {} : { unit: unitWord }), help: words.ofNeed(which), width: narrow ? (words.language === 'en' ? '80px' : '70px') : 'minmax(72px, 0.8fr)', numeric: true, cell: (line) => <Owed of={line} need={which} what="owed" words={words} /> };
  };
  const electionSource = words.rules?.rules.find(({ bound, off, reference }) => bound.type === 'withinMonths' && !off && !reference)?.source;
  const source = electionSource ? words.source(electionSource) : '';
  return [
    need('committeeSeats', 'persons'), need('partySeats', 'persons'),
    {
      id: 'election', head: t('views.consequences.election'), help: source, width: narrow ? '92px' : '108px',
      cell: ({ election }) => (election === null ? <span className="muted">—</span> : election.until === null
        ? <span className="muted" title={t('views.consequences.electionOpenHelp', { source })}>{t('views.consequences.electionOpen')}</span>
        : <span title={source}>{t('views.consequences.electionUntil', { day: election.until })}</span>),
    },
    need('workers', 'persons'), need('grids', 'grids'), need('heads', 'persons'),
    { id: 'money', head: t('views.consequences.money.column'), unit: t('views.league.moneyUnit'), width: narrow ? '108px' : '124px', numeric: true, cell: (line) => <Sides of={line} pick={({ yuanPerYear, moneyUnknownItems }) => `${figure(yuanPerYear / TEN_THOUSAND, 1)}${moneyUnknownItems > 0 ? ' +?' : ''}`} title={moneyHelp(words, line)} /> },
  ];
}

function moneyHelp({ t }: RuleWords, { after, before }: CommunityConsequence): string | undefined {
  const unknown = (after ?? before)?.moneyUnknownItems ?? 0;
  return unknown > 0 ? t('views.league.moneyUnknown', { count: unknown }) : undefined;
}

function classSources(words: RuleWords): string {
  const sources = words.rules?.rules.flatMap(({ metric, bound, off, reference, source }) => (metric === 'households' && bound.type === 'range' && !off && !reference ? [words.source(source)] : [])) ?? [];
  return [...new Set(sources)].join(words.t('report.listSeparator'));
}

function Classes({ of: { before, after } }: { of: CommunityConsequence }) {
  const turned = before !== null && after !== null && before.class !== after.class;
  const stands = after ?? before;
  return (
    <span className="with-glyph">
      {turned && <><ClassGlyph of={before.class} /><span className="muted">→</span></>}
      {stands && <ClassGlyph of={stands.class} words />}
    </span>
  );
}

function Sides({ of: { before, after }, pick, title }: { of: CommunityConsequence; pick: (state: CommunityState) => string | null; title?: string | undefined }) {
  const { t } = useRuleWords();
  const side = (state: CommunityState | null) => (state === null ? null : (pick(state) ?? t('value.none')));
  if (before === null) return <b title={title}>{side(after)}</b>;
  return <Moved before={side(before)} after={side(after)} title={title} />;
}

/** Whole figures where they are large: the tenth of a square metre stands on the community's sheet. */
function briefly(value: number, unit: Unit): string {
  return Math.abs(value) >= 100 ? figure(value) : amount(value, unit);
}

/** A created community has no before; what is short stands out. */
function Owed({ of, need, what, words }: { of: CommunityConsequence; need: Need; what: 'owed' | 'short'; words: RuleWords }) {
  const { t } = words;
  const { before, after } = needSides(of, need);
  const text = (figures: typeof before) => (figures === null ? null : figures[what] === null ? t('value.none') : briefly(figures[what], figures.unit));
  const title = words.ofRule((after ?? before)?.rule);
  const alarm = what === 'short' && (after?.short ?? 0) > 0 ? 'alarm' : undefined;
  if (of.before === null && (after === null || after[what] === null)) return <span className="muted" title={title}>{text(after) ?? '—'}</span>;
  if (of.before === null) return <b className={alarm} title={title}>{text(after)}</b>;
  return <span className={alarm}><Moved before={text(before)} after={of.after === null ? null : text(after)} title={title} /></span>;
}
