/** Values as people write them: `约3500户`, `３，５００`, `1.2万`, `暂无`. Unknown stays unknown, with the reason. */

export type UnknownReason = 'missing' | 'notANumber' | 'negative' | 'range' | 'unit' | 'notText';

export type FieldReading<T> = { value: T; approximate: boolean } | { value: null; reason: UnknownReason; found: string };

const LONGEST = 200;

/** What stands in a cell that says nothing. */
const BLANKS = new Set(['', '-', '--', '—', '——', '/', '\\', '无', '暂无', '不详', '未知', '未统计', '待定', '待核', '空', 'null', 'none', 'nan', 'n/a', 'na', '#n/a', '#value!', '?']);

/** Units that change nothing: persons, households, square metres. */
const UNITS = new Set(['', '户', '人', '名', '个', '套', '间', '处', '位', '支', '家', '口', '栋', '%', '㎡', 'm2', 'm²', '平方米', '平米', '平方', '平', '元']);
const TEN_THOUSAND = '万';

/** A figure. Areas in any other unit than square metres stay unknown: they are not converted unseen. */
export function fieldNumber(value: unknown): FieldReading<number> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return unknown('notANumber', value);
    return value < 0 ? unknown('negative', value) : { value, approximate: false };
  }
  if (typeof value !== 'string') return unknown(value === null || value === undefined ? 'missing' : 'notANumber', value);
  const text = value.slice(0, LONGEST).normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '').toLowerCase();
  if (BLANKS.has(text)) return unknown('missing', value);
  const bare = text.replace(/^(?:大约|大概|约为|约|近|≈|~)/, '').replace(/(?:左右|上下|余)$/, '');
  const match = /^([+-]?)(\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(\.\d{1,15})?(多|余|来)?(万)?(多|余)?(m2|[^\d]*)$/.exec(bare);
  if (!match) return unknown(/^\d[\d.,]*[-~—至到]\d/.test(bare) ? 'range' : 'notANumber', value);
  const [, sign, whole, decimals, more, tenThousand, moreStill, unit] = match;
  const cleanUnit = unit!.replace(/(?:左右|上下|余)$/, '');
  if (!UNITS.has(cleanUnit)) return unknown(/^[-~—至到]/.test(cleanUnit) ? 'range' : 'unit', value);
  const number = Number(whole!.replace(/[,，]/g, '') + (decimals ?? '')) * (tenThousand === TEN_THOUSAND ? 1e4 : 1);
  if (sign === '-' && number !== 0) return unknown('negative', value);
  const approximate = bare !== text || more !== undefined || moreStill !== undefined || cleanUnit !== unit;
  // 1.1 × 10,000 in doubles is 11000.000000000002.
  return { value: Number(number.toPrecision(15)), approximate };
}

/** A text: trimmed, numbers written out, blanks like `暂无` kept as they are. */
export function fieldText(value: unknown): FieldReading<string> {
  if (value === null || value === undefined) return unknown('missing', value);
  if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value), approximate: false };
  if (typeof value !== 'string') return unknown('notText', value);
  const text = value.trim();
  return text === '' ? unknown('missing', value) : { value: text, approximate: false };
}

const YES = new Set(['1', 'true', 'yes', 'y', 't', '是', '有', '已建', '已设', '已配备', '已配', '达标', '对', '√', '✓', '✔']);
const NO = new Set(['0', 'false', 'no', 'n', 'f', '否', '无', '没有', '未建', '未设', '未配备', '未配', '不达标', '错', '×', 'x', '✗', '✘']);

/** Yes or no. Here `无` is an answer, not a blank. */
export function fieldBoolean(value: unknown): FieldReading<boolean> {
  if (typeof value === 'boolean') return { value, approximate: false };
  if (typeof value !== 'string' && typeof value !== 'number') return unknown(value === null || value === undefined ? 'missing' : 'notText', value);
  const text = String(value).slice(0, LONGEST).normalize('NFKC').trim().toLowerCase();
  if (YES.has(text)) return { value: true, approximate: false };
  if (NO.has(text)) return { value: false, approximate: false };
  return unknown(BLANKS.has(text) ? 'missing' : 'notText', value);
}

function unknown(reason: UnknownReason, value: unknown): { value: null; reason: UnknownReason; found: string } {
  const found = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : value ? '{…}' : '';
  return { value: null, reason, found: found.slice(0, LONGEST) };
}
