/** A name for what a split makes, as bureaus give them: 春晓社区 → 春晓二社区. Shown in the field, to be changed. */
const NUMERALS = ['二', '三', '四', '五', '六', '七', '八', '九', '十'];

export function proposedName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, tail = ''] = /^(.+?)(社区居民委员会|社区居委会|社区|村)?$/u.exec(name) ?? [];
  for (const numeral of NUMERALS) {
    const next = `${stem}${numeral}${tail}`;
    if (!taken.has(next)) return next;
  }
  return '';
}
