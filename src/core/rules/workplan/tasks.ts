/**
 * A district's table of tasks, from cells as they were pasted or read from CSV (policy sheet §10). Categories are merged cells: empty, or
 * left out altogether. The number is no key: it repeats and skips. Nothing is corrected; what looks wrong is flagged.
 */
import { readDay } from '../dates.ts';
import { readDeadline, type DeadlinePart } from './deadline.ts';
import { communitiesIn, seatsIn, type Mention, type SeatMention } from './mentions.ts';
import { readUnits, type Unit } from './names.ts';

export type TaskFlag = 'numberRepeated' | 'numberSkipped' | 'deadlineBeforePaper' | 'deadlineUnread' | 'noDeadline';

export const INTENTS = ['split', 'planAhead', 'merge', 'rooms', 'seats', 'attach'] as const;
export type Intent = (typeof INTENTS)[number];

export interface Task {
  /** Unique: the number, and which of its kind it is: `15`, `15#2`. */
  readonly key: string;
  /** As written. */
  readonly number: string;
  readonly category: string;
  readonly text: string;
  readonly lead: readonly Unit[];
  readonly units: readonly Unit[];
  readonly deadline: readonly DeadlinePart[];
  /** As written. */
  readonly deadlineText: string;
  readonly note: string;
  readonly communities: readonly Mention[];
  readonly seats: readonly SeatMention[];
  readonly intents: readonly Intent[];
  readonly flags: readonly TaskFlag[];
  /** Row of the table, from 1. */
  readonly row: number;
}

export interface TaskTable {
  readonly tasks: readonly Task[];
  readonly problems: readonly { readonly row: number; readonly code: 'noHeader' | 'noTask' | 'tooManyRows' }[];
}

export interface TaskTableOptions {
  /** Date of the paper; deadlines before it are flagged. */
  readonly paper?: string;
  /** Bare names of the communities that are loaded. */
  readonly known?: ReadonlySet<string>;
}

const MOST_ROWS = 100_000;

export function readTaskTable(cells: readonly (readonly string[])[], { paper, known }: TaskTableOptions = {}): TaskTable {
  const header = cells.findIndex((row) => columnsOf(row) !== null);
  if (header < 0) return { tasks: [], problems: [{ row: 0, code: 'noHeader' }] };
  if (cells.length > MOST_ROWS) return { tasks: [], problems: [{ row: MOST_ROWS, code: 'tooManyRows' }] };
  const columns = columnsOf(cells[header]!)!;
  const paperDay = paper === undefined ? null : (readDay(paper)?.from ?? null);
  const tasks: Task[] = [];
  const problems: { row: number; code: 'noTask' }[] = [];
  const seen = new Map<string, number>();
  let [category, last] = ['', 0];
  cells.slice(header + 1).forEach((raw, i) => {
    const row = header + i + 2;
    // A header that a page break repeats.
    if (raw.every((cell) => cell.trim() === '') || columnsOf(raw) !== null) return;
    const cell = whole(raw, columns);
    category = cell('category') || category;
    const [number, text, deadlineText] = [cell('number'), cell('task'), cell('deadline')];
    if (text === '') {
      problems.push({ row, code: 'noTask' });
      return;
    }
    const times = (seen.get(number) ?? 0) + 1;
    seen.set(number, times);
    const deadline = readDeadline(deadlineText);
    const flags: TaskFlag[] = [];
    if (times > 1) flags.push('numberRepeated');
    if (Number(number) > last + 1) flags.push('numberSkipped');
    if (deadline.length === 0) flags.push('noDeadline');
    if (deadline.some(({ type }) => type === 'unread')) flags.push('deadlineUnread');
    if (paperDay !== null && deadline.some((part) => part.type === 'date' && readDay(part.until)!.to < paperDay)) flags.push('deadlineBeforePaper');
    last = Number.isFinite(Number(number)) ? Number(number) : last;
    tasks.push({
      key: times > 1 ? `${number}#${times}` : number, number, category, text, lead: readUnits(cell('lead')), units: readUnits(cell('units')), deadline, deadlineText, note: cell('note'),
      communities: communitiesIn(text, known), seats: seatsIn(text), intents: intentsOf(text), flags, row,
    });
  });
  return { tasks, problems };
}

type Column = 'number' | 'category' | 'task' | 'lead' | 'units' | 'deadline' | 'note';
type Columns = { readonly at: Partial<Record<Column, number>>; readonly width: number };

const HEADS: readonly [Column, RegExp][] = [
  ['number', /^(?:序号|编号|序)$/], ['category', /类别|领域|方面|分类/], ['task', /任务|事项|工作内容/], ['lead', /牵头/], ['units', /责任单位|配合|承办|责任部门/], ['deadline', /时限|期限|完成时间/], ['note', /备注|说明/],
];

/** Null unless a row names task and deadline. A heading over two columns leaves its second cell empty: the first is the category. */
function columnsOf(row: readonly string[]): Columns | null {
  const at: Partial<Record<Column, number>> = {};
  row.forEach((cell, i) => {
    const written = cell.normalize('NFKC').replace(/\s/g, '');
    const found = HEADS.find(([column, words]) => at[column] === undefined && written.length <= 8 && words.test(written));
    if (found) at[found[0]] = i;
  });
  if (at.task === undefined || at.deadline === undefined) return null;
  if (at.category === undefined && (row[at.task + 1] ?? '').trim() === '' && at.deadline > at.task + 1) {
    at.category = at.task;
    at.task += 1;
  }
  return { at, width: row.length };
}

/** Cells by column. A shorter row that begins with its task has lost the merged category. */
function whole(raw: readonly string[], { at, width }: Columns): (column: Column) => string {
  const { category, task } = at;
  const lost = category !== undefined && task === category + 1 && raw.length < width && (raw[category] ?? '').length > (raw[task] ?? '').length;
  const row = lost ? [...raw.slice(0, category), '', ...raw.slice(category)] : raw;
  return (column) => {
    const i = at[column];
    return i === undefined ? '' : (row[i] ?? '').trim();
  };
}

const INTENT_WORDS: Record<Intent, RegExp> = {
  split: /拆分|分设/, planAhead: /提前谋划|预先|提前考虑|未回迁/, merge: /整合|合并/, rooms: /用房|设施面积|活动场所/, seats: /两委|职数|席位|补选/, attach: /代管/,
};

function intentsOf(text: string): Intent[] {
  return INTENTS.filter((intent) => INTENT_WORDS[intent].test(text));
}
