/**
 * Separated text → rows of cells (RFC 4180, and what spreadsheets put on the clipboard): comma, semicolon or tab; cells in quotes
 * may hold separators and line ends; CRLF, LF or CR. A quote that is never closed is taken for a sign, so that it does not swallow the rest.
 */
export type Separator = ',' | ';' | '\t';

export interface CellGrid {
  readonly rows: readonly (readonly string[])[];
  readonly separator: Separator;
  /** Row (from 1) where a quote opens that never closes; null as it should be. */
  readonly unclosedAt: number | null;
  /** The text had more rows than are wanted; the rest was not read. */
  readonly cutShort: boolean;
}

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** Lines on which the separator is told. */
const SAMPLE_CHARACTERS = 20_000;
const SEPARATORS: readonly Separator[] = ['\t', ',', ';'];

export function readCells(text: string, mostRows: number, separator: Separator = guessSeparator(text)): CellGrid {
  const rows: string[][] = [];
  const code = separator.charCodeAt(0);
  let [at, row, unclosedAt]: [number, string[], number | null] = [text.charCodeAt(0) === 0xfeff ? 1 : 0, [], null];
  while (at < text.length) {
    if (rows.length >= mostRows) return { rows, separator, unclosedAt, cutShort: true };
    let value: string;
    if (text.charCodeAt(at) === QUOTE && unclosedAt === null) {
      const closing = closingQuote(text, at + 1);
      if (closing < 0) {
        unclosedAt = rows.length + 1;
        continue;
      }
      value = text.slice(at + 1, closing);
      if (value.includes('"')) value = value.replaceAll('""', '"');
      // What stands between the closing quote and the separator belongs to the cell: `"a" b`.
      const end = endOfPlain(text, closing + 1, code);
      value += text.slice(closing + 1, end);
      at = end;
    } else {
      const end = endOfPlain(text, at, code);
      value = text.slice(at, end);
      at = end;
    }
    row.push(value);
    const next = text.charCodeAt(at);
    if (next === code) {
      at++;
      // A separator at the very end opens one more cell.
      if (at === text.length) row.push('');
      continue;
    }
    if (next === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return { rows, separator, unclosedAt, cutShort: false };
}

/** Index of the quote that ends the cell, passing over doubled ones; -1 where there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return -1;
}

function endOfPlain(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === separator || c === LINE_FEED || c === CARRIAGE_RETURN) break;
  }
  return at;
}

/** The one that most rows hold equally often: tabs first, since a pasted cell may hold commas. */
export function guessSeparator(text: string): Separator {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  let [best, most]: [Separator, number] = [',', 0];
  for (const separator of SEPARATORS) {
    const widths = readCells(sample, 50, separator).rows.map((row) => row.length).filter((width) => width > 1);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, count]) => count * Math.min(width, 10)));
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}
