/** Cells as people fill them in → numbers, dates, truths. What cannot be read plainly is not read: it comes back with what was expected. */
import { dayText, readDay } from '../../core/rules/dates.ts';
import { fieldBoolean, fieldNumber } from '../fieldValues.ts';
import { chineseNumber } from './chineseNumber.ts';
import type { TableProblemCode } from './problem.ts';

/** `blank`: the cell says nothing, or that nobody knows. */
export type CellReading<T> =
  | { readonly state: 'read'; readonly value: T; readonly approximate: boolean }
  | { readonly state: 'blank'; readonly value: null }
  | { readonly state: 'bad'; readonly value: null; readonly code: TableProblemCode; readonly expected: string };

export const BLANK = { state: 'blank', value: null } as const;
/** Figures that our copy hides: `***`, `××`, `＊＊`. One cross alone is a no. */
const MASKED = /^[*＊×xX█■●]{2,}$/;
/** Within what doubles hold exactly. */
const PLAIN_DIGITS = /^\d{1,12}(?:\.\d{1,3})?$/;
const SPREADSHEET_NUMBER = /^[+-]?\d(?:\.\d+)?e[+-]?\d{1,3}$/i;

/** Not negative. `counted`: whole. Areas in square metres, money in yuan: other units stay unread. */
export function cellNumber(text: string, counted: boolean): CellReading<number> {
  // Nearly all cells are plain digits: the long way is for the others.
  if (PLAIN_DIGITS.test(text) && (!counted || !text.includes('.'))) return read(Number(text));
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return BLANK;
  if (MASKED.test(plain)) return refused('masked', counted ? '0, 1, 2 …' : '0.0 …');
  if (SPREADSHEET_NUMBER.test(plain)) return refused('codeLostDigits', '0, 1, 2 …');
  const reading = fieldNumber(plain);
  let [value, approximate] = [reading.value, reading.value !== null && reading.approximate];
  if (reading.value === null) {
    if (reading.reason === 'missing') return BLANK;
    value = chineseNumber(plain);
    if (value === null) return refused(reading.reason === 'notText' ? 'notANumber' : reading.reason, expectedNumber(counted));
    approximate = /约|余|多|左右|上下/.test(plain);
  }
  if (counted && !Number.isInteger(value)) return refused('fraction', expectedNumber(true));
  return Number.isSafeInteger(Math.round(value!)) ? read(value!, approximate) : refused('notANumber', expectedNumber(counted));
}

function expectedNumber(counted: boolean): string {
  return counted ? '0, 1, 2 …' : '0.0 …';
}

/** In percent: `60%`, `60`; `0.6` where the whole column stays below one is the caller's to tell. */
export function cellPercent(text: string): CellReading<number> {
  const reading = cellNumber(text.replace(/[%％]\s*$/, ''), false);
  return reading.value !== null && reading.value > 100 ? refused('outOfRange', '0–100') : reading;
}

const EXPECTED_DAY = '2026-11-22, 2026/11/22, 2026年11月22日';
/** Day 0 of spreadsheets; they count a 29 February 1900 that never was, so it holds from March 1900 on. */
const SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30) / 86_400_000;
/** 1954-10-03 to 2064-04-08: a number outside is no date of a community. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 60_000];

/** As `2016`, `2016-02` or `2016-02-13`: as exactly as the cell says it. */
export function cellDay(text: string): CellReading<string> {
  const plain = text.normalize('NFKC').replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '').replace(/\s/g, '');
  if (isBlank(plain)) return BLANK;
  if (MASKED.test(plain)) return refused('masked', EXPECTED_DAY);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const written = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : plain.replace(/(?:建成|成立|设立|竣工|投用|左右)$/, '');
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain);
  if (serial) {
    const day = Number(serial[1]);
    return day >= FIRST_SERIAL && day <= LAST_SERIAL ? read(dayText(SPREADSHEET_EPOCH + day)) : refused('notADate', EXPECTED_DAY);
  }
  const span = readDay(written);
  if (span === null) return refused('notADate', EXPECTED_DAY);
  const digits = written.split(/[年月日\-/.]/).filter((part) => part !== '').length;
  return read(dayText(span.from).slice(0, [4, 7, 10][digits - 1] ?? 10), written !== plain && !compact);
}

/** `是`, `√`, `有`; `否`, `×`, `无`; a count says yes where it is above nought. */
export function cellTruth(text: string): CellReading<boolean> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '' || /^[-—/\\]+$/.test(plain)) return BLANK;
  const reading = fieldBoolean(plain);
  if (reading.value !== null) return read(reading.value);
  if (reading.reason === 'missing') return BLANK;
  if (MASKED.test(plain)) return refused('masked', '是 / 否');
  const count = cellNumber(plain, true);
  return count.value === null ? refused('notATruth', '是 / 否') : read(count.value > 0);
}

/** Trimmed; null where the cell says nothing. */
export function cellText(text: string): string | null {
  const plain = text.trim();
  return plain === '' || isBlank(plain.normalize('NFKC')) ? null : plain;
}

function isBlank(plain: string): boolean {
  return /^(?:[-—/\\]*|无|暂无|不详|未知|待定|空|null|n\/a|#n\/a|#value!|\?)$/i.test(plain);
}

export function read<T>(value: T, approximate = false): CellReading<T> {
  return { state: 'read', value, approximate };
}

export function refused(code: TableProblemCode, expected: string): CellReading<never> {
  return { state: 'bad', value: null, code, expected };
}
