/** Figures as they are printed: thousands by comma, minus as U+2212, fixed decimals. The unit stands in the head or after a space. */
const MINUS = '\u2212';

export function figure(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  // A negative number that rounds to nothing is nothing.
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** With its sign, for differences. */
export function signedFigure(value: number, decimals = 0): string {
  const text = figure(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
