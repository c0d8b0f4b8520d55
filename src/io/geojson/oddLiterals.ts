/** NaN and Infinity stand in files although JSON has no such words. Each becomes a string that no file can hold by chance. */

const MARK = '\u0000';
const QUOTE = 34;
const BACKSLASH = 92;

/** The text with every bare NaN, Infinity, nan, inf outside strings replaced by its marked string. The text is known to be well-formed otherwise. */
export function markOddLiterals(text: string): string {
  let marked = '';
  let copied = 0;
  let i = 0;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) i = stringEnd(text, i);
    else if (isLetter(c)) {
      const start = isSign(text.charCodeAt(i - 1)) ? i - 1 : i;
      while (isLetter(text.charCodeAt(i))) i++;
      const word = text.slice(start, i);
      if (word !== 'true' && word !== 'false' && word !== 'null' && !isExponent(text, start)) {
        marked += `${text.slice(copied, start)}"\\u0000${word}"`;
        copied = i;
      }
    } else i++;
  }
  return marked + text.slice(copied);
}

/** The word that was marked, or null for any other value. */
export function oddLiteralOf(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith(MARK) ? value.slice(1) : null;
}

/** The `e` of 1.5e3. */
function isExponent(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return before >= 48 && before <= 57;
}

function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i + 1;
}

function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
}

function isSign(c: number): boolean {
  return c === 43 || c === 45;
}
