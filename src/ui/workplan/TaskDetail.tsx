/** A task in full: its words, who, by when, seats to fill; the communities that it names, each a way to the map, and those not found. */
import type { ReactNode } from 'react';
import { Popover } from 'radix-ui';
import type { State } from '../../core/rules/vocabulary.ts';
import { rowById } from '../../state/plan/plan.ts';
import { selectCommunity } from '../../state/operations/selectInPlan.ts';
import { useTranslate } from '../words/useTranslate.ts';
import type { TaskLine, TaskMention } from './taskLines.ts';
import { deadlineText } from './taskWords.ts';

interface Props {
  line: TaskLine;
  label: string;
  className: string;
  text: string;
}

export function TaskDetail({ line, label, className, text }: Props) {
  const t = useTranslate();
  return (
    <Popover.Root>
      <Popover.Trigger className={className} aria-label={t('text.labelled', { label, text })} title={text}>{text}</Popover.Trigger>
      <Popover.Portal>
        {/* Clicks and keys here are none of the row's behind. */}
        <Popover.Content className="popover task-detail" side="top" align="start" sideOffset={4} collisionPadding={8} aria-label={label} onClick={(event) => { event.stopPropagation(); }} onKeyDown={(event) => { event.stopPropagation(); }}><Detail line={line} /></Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Detail({ line: { task, mentions } }: { line: TaskLine }) {
  const t = useTranslate();
  const list = (words: readonly string[]) => words.join(t('report.listSeparator'));
  const found = mentions.filter(({ community }) => community !== null);
  const missing = mentions.filter(({ community }) => community === null);
  const flags = list(task.flags.map((flag) => t(`tasks.flag.${flag}`)));
  return (
    <>
      <p className="whole">{task.text}</p>
      <dl>
        <Entry name={t('tasks.category')} of={task.category} />
        <Entry name={t('tasks.lead')} of={list(task.lead.map(({ name }) => name))} />
        <Entry name={t('tasks.units')} of={list(task.units.map(({ name }) => name))} />
        <Entry name={t('tasks.deadline')} of={deadlineText(t, task)} />
        <Entry name={t('tasks.deadlineWritten')} of={task.deadlineText} />
        <Entry name={t('tasks.intent')} of={list(task.intents.map((intent) => t(`tasks.intent.${intent}`)))} />
        <Entry name={t('tasks.seats')} of={list(task.seats.map(({ subdistrict, seats }) => t('tasks.seatCount', { subdistrict, seats })))} />
        <Entry name={t('tasks.note')} of={task.note} />
        <Entry name={t('tasks.flags')} of={flags} alarming />
        {found.length > 0 && <Row name={t('tasks.found')}><span className="task-names">{found.map((mention) => <Way key={mention.name} id={mention.community!} name={mention.name} state={task.communities.find(({ name }) => name === mention.name)?.state ?? null} />)}</span></Row>}
        {missing.length > 0 && <Row name={t('tasks.notFound')}><span className="task-names alarm">{missing.map((mention) => <Missing key={mention.name} of={mention} />)}</span></Row>}
      </dl>
    </>
  );
}

function Entry({ name, of, alarming = false }: { name: string; of: string; alarming?: boolean }) {
  return of === '' ? null : <Row name={name}><span className={alarming ? 'alarm' : undefined}>{of}</span></Row>;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

/** Selects the community and goes there. */
function Way({ id, name, state }: { id: string; name: string; state: State | null }) {
  const t = useTranslate();
  const row = rowById(id);
  if (!row) return <span>{name}</span>;
  return <span><button type="button" className="link" onClick={() => { selectCommunity(row.unit, { fly: true }); }}>{row.name}</button>{state !== null && <span className="unit"> {t(`rules.state.${state}`)}</span>}</span>;
}

function Missing({ of: { name, candidates } }: { of: TaskMention }) {
  const t = useTranslate();
  if (candidates.length === 0) return <span>{name}</span>;
  return (
    <span>
      {t('tasks.ambiguous', { name })}{' '}
      {candidates.map((id) => {
        const row = rowById(id);
        return row && <button key={id} type="button" className="link" onClick={() => { selectCommunity(row.unit, { fly: true }); }}>{row.subdistrict ?? row.code ?? row.id}</button>;
      })}
    </span>
  );
}
