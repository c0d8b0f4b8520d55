/** Bytes of a table → text: UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text" writes it, else GB18030. */
import { fileKind } from '../fileKind.ts';
import { decideEncoding, markLength, wideEncoding } from '../textEncoding.ts';
import type { TableProblems } from './problem.ts';

export type TableEncoding = 'utf-8' | 'utf-16' | 'gb18030';

/** A hundred thousand rows of fifty columns are some thirty megabytes. */
export const MOST_TABLE_BYTES = 128 * 1024 ** 2;

/** Null: refused, the reason is among the problems. */
export function decodeTable(name: string, bytes: Uint8Array, problems: TableProblems): { text: string; encoding: TableEncoding } | null {
  if (bytes.length === 0) return refuse(problems, 'empty', '0', 'CSV');
  if (bytes.length > MOST_TABLE_BYTES) return refuse(problems, 'tooLarge', String(bytes.length), String(MOST_TABLE_BYTES));
  const kind = fileKind(name, bytes);
  if (kind !== null) return refuse(problems, 'looksLike', kind.name, 'CSV');
  const wide = wideEncoding(bytes);
  if (wide === 'UTF-16') return { text: new TextDecoder(bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-16le').decode(bytes), encoding: 'utf-16' };
  if (wide !== null) return refuse(problems, 'notText', wide, 'UTF-8, GB18030');
  const body = bytes.subarray(markLength(bytes));
  const nul = body.indexOf(0);
  if (nul >= 0) return refuse(problems, 'notText', `0x00 @ ${nul}`, 'UTF-8, GB18030');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(body), encoding: 'utf-8' };
  } catch {
    const encoding = decideEncoding(body);
    if (encoding === null) return refuse(problems, 'notText', `0x${(body.find((byte) => byte > 127) ?? 0).toString(16)}`, 'UTF-8, GB18030');
    return encoding === 'gb18030' ? { text: new TextDecoder('gb18030').decode(body), encoding } : { text: new TextDecoder('utf-8').decode(body), encoding: 'utf-8' };
  }
}

function refuse(problems: TableProblems, code: 'empty' | 'tooLarge' | 'looksLike' | 'notText', found: string, expected: string): null {
  problems.add({ code, severity: 'refused', found, expected });
  return null;
}
