/** Figures on screen, as those in print: comma for thousands, U+2212 for minus; the unit stands after a space. */
import { figure } from '../../report/figures.ts';

export { figure, signedFigure } from '../../report/figures.ts';

/** Square metres of a defect: what is small gets its digits. */
export function squareMetres(value: number): string {
  return figure(value, Math.abs(value) < 0.1 && value !== 0 ? 3 : 1);
}

export function metres(value: number): string {
  return figure(value, Math.abs(value) < 0.1 && value !== 0 ? 3 : 2);
}

export function squareKilometres(value: number): string {
  return figure(value / 1e6, 3);
}

/** One mu is 2000/3 m². */
export function mu(value: number): string {
  return figure((value * 3) / 2000, 1);
}

/** 108°57′42.6″E */
export function sexagesimal(degrees: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(degrees) * 36000);
  const whole = Math.floor(tenths / 36000);
  const minutes = Math.floor((tenths % 36000) / 600);
  const seconds = (tenths % 600) / 10;
  return `${whole}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(1).padStart(4, '0')}″${degrees < 0 ? negative : positive}`;
}

/** Plane coordinates in groups of three: 3 799 214.6 */
export function plane(metresValue: number): string {
  return figure(metresValue, 1).replaceAll(',', '\u2009');
}

/** 2026-11-22 14:32, in the user's own time. */
export function dateTime(iso: string): string {
  const date = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 14:32 */
export function timeOfDay(iso: string): string {
  return dateTime(iso).slice(-5);
}

export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  return count < 1024 * 1024 ? `${figure(count / 1024, 1)} KB` : `${figure(count / 1024 / 1024, 1)} MB`;
}
