/**
 * Comma-separated text that Excel and WPS open by double click: UTF-8 with a
 * byte-order mark, CRLF, quoting of RFC 4180.
 *
 * A cell of text that begins like a formula would run when the file is opened.
 * It gets a leading apostrophe (OWASP, CSV injection); half-width and full-width
 * signs alike, for spreadsheets fold the latter. So does a long run of digits: a
 * 12-digit community code would be shown as 6.1E+11. Numbers are ours and stay numbers.
 */
export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';

export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : '';
  return quoted(harmless(value));
}

/** Signs that start a formula, also behind blanks; tab, carriage return and line feed by themselves. */
const FORMULA_START = /^[\t\r\n]|^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]/;

const LONG_NUMBER = /^\d{12,}$/;

function harmless(text: string): string {
  return FORMULA_START.test(text) || LONG_NUMBER.test(text) ? `'${text}` : text;
}

/** Semicolons and tabs too: where they part the columns, a quoted cell still holds together. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Without an exponent: Excel reads 1e-7 as text in some languages. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
