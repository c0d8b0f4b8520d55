/** Numbers in Chinese characters where they are plain: `三千五百户`, `一万二`, `两千余`, `壹佰`. Anything that may mean two numbers is none. */
const DIGITS = new Map<string, number>('零一二三四五六七八九'.split('').map((sign, value) => [sign, value]));
for (const [sign, value] of [['〇', 0], ['两', 2], ['壹', 1], ['贰', 2], ['叁', 3], ['肆', 4], ['伍', 5], ['陆', 6], ['柒', 7], ['捌', 8], ['玖', 9]] as const) DIGITS.set(sign, value);
const TENS = new Map<string, number>([['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000]]);
const TEN_THOUSAND = 10_000;
const LONGEST = 24;

/** Null for any text that is not wholly such a number with words of about and a unit of things. */
export function chineseNumber(text: string): number | null {
  const bare = text.slice(0, LONGEST + 1).replace(/\s/g, '').replace(/^(?:大约|大概|约为|约|近)/, '').replace(/(?:左右|上下)$/, '').replace(/(?:户|人|名|个|套|间|处|位|支|家|口|栋|平方米|平米|元)$/, '').replace(/[余多]$/, '');
  if (bare === '' || bare.length > LONGEST) return null;
  const [upper, lower, ...rest] = bare.split('万');
  if (rest.length > 0 || upper === undefined) return null;
  if (lower === undefined) return underTenThousand(upper);
  const [high, low] = [underTenThousand(upper), lower === '' ? 0 : rest4(lower)];
  return high === null || low === null ? null : high * TEN_THOUSAND + low;
}

/** Behind `万` one digit alone stands for thousands: 一万二. */
function rest4(text: string): number | null {
  const digit = DIGITS.get(text);
  return digit === undefined ? underTenThousand(text.replace(/^零/, '')) : digit * 1000;
}

function underTenThousand(text: string): number | null {
  let [sum, digit, scale, zero]: [number, number | null, number, boolean] = [0, null, TEN_THOUSAND, false];
  for (const sign of text) {
    const [value, tens] = [DIGITS.get(sign), TENS.get(sign)];
    if (value !== undefined) {
      // 三五 may be thirty-five or three to five: no number.
      if (digit !== null && digit !== 0) return null;
      zero ||= value === 0;
      digit = value;
    } else if (tens !== undefined) {
      if (tens >= scale || digit === 0) return null;
      // 十五 begins without a one.
      if (digit === null && !(tens === 10 && sum === 0)) return null;
      sum += (digit ?? 1) * tens;
      [digit, scale, zero] = [null, tens, false];
    } else return null;
  }
  if (digit === null) return sum === 0 ? null : sum;
  // 三千五 is 3,500; 三千零五 is 3,005; 十五 is 15.
  return sum === 0 || zero || scale === 10 ? sum + digit : sum + (digit * scale) / 10;
}
