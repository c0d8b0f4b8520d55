/**
 * By when a task is due, as tables write it (policy sheet §10): days, events, standing work, milestones.
 * `底前` runs to the period's last day, `前` to the day before its first (§0); a single day is included.
 */
import { dayNumber, dayText, endOfYear, lastOfMonth } from '../dates.ts';

export type DeadlinePart =
  /** `milestone`: by then something is to show, the task goes on. */
  | { readonly type: 'date'; readonly until: string; readonly milestone: boolean }
  | { readonly type: 'event'; readonly event: string }
  | { readonly type: 'standing' }
  | { readonly type: 'unread'; readonly text: string };

const DATE = /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(?:份)?(底|末)?(之?前)?/;
const MILESTONE = /阶段性|初步|明显进展|取得进展/;
const STANDING = /长期|持续|常态|日常/;
const EVENT = /时$|之?后$|换届|完成后|回迁/;
const LONGEST = 200;

/** In the order in which they stand; none for an empty cell. */
export function readDeadline(cell: string): DeadlinePart[] {
  const text = cell.slice(0, LONGEST).normalize('NFKC').replace(/\s/g, '');
  return text.split(/[,，;；。]/).filter((part) => part !== '').map(readPart);
}

function readPart(text: string): DeadlinePart {
  const match = DATE.exec(text);
  const until = match && untilOf(match);
  if (until !== null) return { type: 'date', until: dayText(until), milestone: MILESTONE.test(text) };
  if (STANDING.test(text)) return { type: 'standing' };
  return EVENT.test(text) ? { type: 'event', event: text } : { type: 'unread', text };
}

/** Last day, inclusive; null for a month or day that does not exist. */
function untilOf([, yearText, monthText, dayOfMonth, end, before]: RegExpExecArray): number | null {
  const year = Number(yearText);
  const isBefore = before !== undefined && end === undefined;
  if (monthText === undefined) return isBefore ? dayNumber(year, 1, 1) - 1 : endOfYear(year);
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayOfMonth === undefined) return isBefore ? dayNumber(year, month, 1) - 1 : dayNumber(year, month, lastOfMonth(year, month));
  const day = Number(dayOfMonth);
  return day >= 1 && day <= lastOfMonth(year, month) ? dayNumber(year, month, day) : null;
}
