/** 审批: the route of each created community, its steps with who and when, the two deadlines of the documents, what is late. */
import type { StepState } from '../../../core/rules/approval.ts';
import { approvalsCsv } from '../../../report/approvalsCsv.ts';
import { proposeCommand } from '../../../state/operations/proposeCommand.ts';
import { selectCommunity } from '../../../state/operations/selectInPlan.ts';
import { useAssess } from '../../../state/assess/assess.ts';
import { useView } from '../../../state/view.ts';
import type { ApprovalView } from '../../../worker/assessProtocol.ts';
import { Choose } from '../../controls/Choose.tsx';
import { useIsNarrow } from '../../controls/useMedia.ts';
import type { Column } from '../../table/columns.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { ViewBar } from '../Cells.tsx';
import { ExportCsv } from '../ExportCsv.tsx';
import { useBlocked } from '../useBlocked.ts';
import { useRowChoice } from '../useRowChoice.ts';
import { useRuleWords, type RuleWords } from '../useRuleWords.ts';
import { useAssessViews } from '../viewState.ts';
import { approvalLines, daysPast, shownApproval, standingOf, type ApprovalLine } from './approvalLines.ts';
import { approvalCsvLines, dueText, routeText, whatText, zoneText } from './approvalWords.ts';
import { DateField } from './DateField.tsx';
import { StepMark } from './StepMark.tsx';

/** `views` null: being asked for. */
export function ApprovalTable({ views }: { views: readonly ApprovalView[] | null }) {
  const words = useRuleWords();
  const { t } = words;
  const chosen = useAssessViews((each) => each.approvalOf);
  const selection = useView((view) => view.selection);
  const view = shownApproval(views ?? [], chosen, selection?.kind === 'unit' ? selection.index : null);
  if (views === null) return <p className="empty" role="status">{t('views.asking')}</p>;
  if (!view) return <div className="empty"><p>{t('views.approvals.none')}</p></div>;
  const text = () => approvalsCsv(views.flatMap((each) => approvalCsvLines(words, each)), t);
  return (
    <>
      <ViewBar label={t('views.approvals.title')} end={<ExportCsv what={t('views.approvals.title')} text={text} />}>
        <ChooseCommunity views={views} view={view} />
        <RouteNote view={view} words={words} />
        <ApprovedOn view={view} words={words} />
      </ViewBar>
      {view.route.known ? <Steps key={view.unit} view={view} words={words} /> : <div className="empty"><p>{t(`rules.route.${view.route.reason}`)}</p><p className="note">{t('views.approvals.askCity')}</p></div>}
    </>
  );
}

function ChooseCommunity({ views, view }: { views: readonly ApprovalView[]; view: ApprovalView }) {
  const { t } = useRuleWords();
  const choose = (unit: number) => {
    useAssessViews.setState({ approvalOf: unit });
    selectCommunity(unit);
  };
  const note = ({ route }: ApprovalView) => (route.known && route.late > 0 ? t('views.approvals.chooseLate', { count: route.late }) : undefined);
  if (views.length === 1) return <b className="ellipsis" title={view.id}>{view.name}</b>;
  return (
    <span className="view-field choice">
      <Choose
        label={t('views.approvals.community')}
        value={String(view.unit)}
        options={views.map((each) => { const late = note(each); return { value: String(each.unit), label: each.name, ...(late === undefined ? {} : { note: late }) }; })}
        onChange={(unit) => { choose(Number(unit)); }}
      />
    </span>
  );
}

function RouteNote({ view, words }: { view: ApprovalView; words: RuleWords }) {
  const { t } = words;
  const { route } = view;
  const help = route.known ? [words.source(route.source), ...(route.afterwards ? [words.words(route.afterwards)] : []), t('views.approvals.mergeReading')].join('\n') : t('views.approvals.askCity');
  return <span className="ellipsis route-note" title={help}>{zoneText(words, view)}<span className="muted"> · </span><span className={route.known ? undefined : 'alarm'}>{routeText(words, view)}</span></span>;
}

function ApprovedOn({ view, words: { t } }: { view: ApprovalView; words: RuleWords }) {
  const blocked = useBlocked();
  return (
    <label className="approved-on" title={t('views.approvals.approvedHelp')}>
      {t('views.approvals.approved')}
      <DateField label={t('views.approvals.approved')} value={view.approved} blocked={blocked} onCommit={(date) => { void proposeCommand({ type: 'setApproval', community: view.id, mark: 'approved', key: '', date }); }} />
    </label>
  );
}

function Steps({ view, words }: { view: ApprovalView; words: RuleWords }) {
  const { t } = words;
  const blocked = useBlocked();
  const narrow = useIsNarrow();
  const asOf = useAssess((mirror) => mirror.state?.asOf ?? '');
  const { selected, choose } = useRowChoice();
  const lines = approvalLines(view, words.rules?.approval ?? null);
  const set = (mark: 'planned' | 'done' | 'met', key: string) => (date: string | null) => { void proposeCommand({ type: 'setApproval', community: view.id, mark, key, date }); };
  const columns: Column<ApprovalLine>[] = [
    { id: 'step', head: t('views.approvals.step'), width: '36px', numeric: true, cell: (line) => (line.kind === 'step' ? line.step.step : '') },
    { id: 'what', head: t('views.approvals.what'), width: narrow ? 'minmax(120px, 1.7fr)' : 'minmax(150px, 2fr)', cell: (line) => <What line={line} view={view} words={words} /> },
    { id: 'who', head: t('views.approvals.who'), width: 'minmax(84px, 1fr)', cell: (line) => (line.kind === 'step' ? <span title={words.words(line.step.who)}>{words.words(line.step.who)}</span> : <span className="muted">{t('views.approvals.deadline')}</span>) },
    {
      id: 'planned', head: t('views.approvals.planned'), width: '124px',
      cell: (line) => (line.kind === 'step'
        ? <DateField label={t('views.approvals.plannedOf', { step: line.step.step })} value={line.step.planned} blocked={blocked} late={line.step.state === 'late'} onCommit={set('planned', String(line.step.step))} />
        : line.due ? <b className={line.due.state === 'late' ? 'alarm due-day' : 'due-day'} title={words.source(line.deadline.source)}>{t('views.approvals.until', { day: line.due.due })}</b> : <span className="muted due-day">{t('views.approvals.waitsForApproval')}</span>),
    },
    {
      id: 'done', head: t('views.approvals.done'), width: '124px',
      cell: (line) => (line.kind === 'step'
        ? <DateField label={t('views.approvals.doneOf', { step: line.step.step })} value={line.step.done} blocked={blocked} onCommit={set('done', String(line.step.step))} />
        : line.deadline.due === 'endOfApprovalYear' ? <span className="muted due-day">{t('views.approvals.byStep', { step: line.step })}</span>
          : <DateField label={t('views.approvals.metOf', { what: words.words(line.deadline.wording) })} value={line.due?.done ?? null} blocked={line.due ? blocked : t('views.approvals.waitsForApproval')} onCommit={set('met', line.deadline.id)} />),
    },
    { id: 'state', head: t('views.approvals.state'), width: narrow ? '104px' : '116px', cell: (line) => <Standing line={line} asOf={asOf} words={words} /> },
  ];
  return (
    <VirtualTable
      label={`${t('views.approvals.title')} ${view.name}`}
      columns={columns}
      rows={lines}
      keyOf={({ key }) => key}
      selected={selected}
      onSelect={({ key }) => { choose(key); }}
      empty={null}
    />
  );
}

/** A deadline stands under its step, set in, with its article and our reading on hover. */
function What({ line, view, words }: { line: ApprovalLine; view: ApprovalView; words: RuleWords }) {
  const text = whatText(words, line);
  if (line.kind === 'step') return <span title={view.route.known ? `${text}\n${words.source(view.route.source)}` : text}>{text}</span>;
  const { deadline } = line;
  const help = [dueText(words, deadline), words.source(deadline.source), ...(deadline.reading ? [words.t('assess.readingLine', { text: words.words(deadline.reading) })] : [])].join('\n');
  return <span className="deadline" title={help}>{text}</span>;
}

const WORDY: ReadonlySet<StepState> = new Set(['late', 'next', 'open']);

function Standing({ line, asOf, words: { t } }: { line: ApprovalLine; asOf: string; words: RuleWords }) {
  const { state, limit } = standingOf(line);
  const past = daysPast(limit, asOf);
  const soon = past !== null && past <= 0 && WORDY.has(state);
  return <StepMark state={state} words={state === 'late' && past !== null ? t('views.approvals.lateDays', { count: past }) : soon ? t('views.approvals.dueIn', { count: -past }) : t(`rules.step.${state}`)} title={t('views.approvals.asOf', { day: asOf })} />;
}
