/** Days without a clock: `YYYY-MM-DD` texts, counted in days since 1970-01-01. */

const MS_PER_DAY = 86_400_000;
const MONTHS_PER_YEAR = 12;

/** A year, a month or a day spans from its first to its last day. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** `2016`, `2016-02`, `2016.2.13`, `2016/2`, `2016年2月13日`; null for anything else or a day that does not exist. */
export function readDay(text: string): DaySpan | null {
  const match = /^(\d{4})(?:年|[-/.](?=\d)|$)(?:(\d{1,2})(?:月|[-/.](?=\d)|$)(?:(\d{1,2})日?)?)?$/.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return { from: dayNumber(year, 1, 1), to: dayNumber(year, MONTHS_PER_YEAR, lastOfMonth(year, MONTHS_PER_YEAR)) };
  const month = Number(match[2]);
  if (month < 1 || month > MONTHS_PER_YEAR) return null;
  if (match[3] === undefined) return { from: dayNumber(year, month, 1), to: dayNumber(year, month, lastOfMonth(year, month)) };
  const day = Number(match[3]);
  if (day < 1 || day > lastOfMonth(year, month)) return null;
  return { from: dayNumber(year, month, day), to: dayNumber(year, month, day) };
}

export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** The same day of a later month; that month's last day if it has none. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  const month = date.getUTCFullYear() * MONTHS_PER_YEAR + date.getUTCMonth() + months;
  const [year, monthOfYear] = [Math.floor(month / MONTHS_PER_YEAR), (month % MONTHS_PER_YEAR) + 1];
  return dayNumber(year, monthOfYear, Math.min(date.getUTCDate(), lastOfMonth(year, monthOfYear)));
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function yearOf(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

export function endOfYear(year: number): number {
  return dayNumber(year, MONTHS_PER_YEAR, lastOfMonth(year, MONTHS_PER_YEAR));
}
