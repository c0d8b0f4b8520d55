/**
 * A sum that forgets nothing: figures may be added and taken away in any order, and what stands in the end is the true sum, rounded once.
 * Whole numbers are held as one; of fractions, parts of which none reaches into another (Shewchuk 1997, "Adaptive precision
 * floating-point arithmetic", grow-expansion; rounded as in Python's `math.fsum`).
 */
export class ExactSum {
  private whole = 0;
  /** Ascending in size; no two overlap. Null as long as all was whole. */
  private parts: number[] | null = null;
  /** Whether another sum may hold the same list of parts. */
  private isShared = false;

  add(value: number): void {
    const whole = this.whole + value;
    if (Number.isSafeInteger(value) && Number.isSafeInteger(whole)) this.whole = whole;
    else this.grow(value);
  }

  private grow(value: number): void {
    if (this.parts === null || this.isShared) [this.parts, this.isShared] = [[...(this.parts ?? [])], false];
    grow(this.parts, value);
  }

  addSum(other: ExactSum): void {
    this.add(other.whole);
    if (other.parts !== null) for (const part of other.parts) this.grow(part);
  }

  copy(): ExactSum {
    const copy = new ExactSum();
    [copy.whole, copy.parts, copy.isShared] = [this.whole, this.parts, true];
    this.isShared = true;
    return copy;
  }

  /** The double nearest to the sum. */
  value(): number {
    if (this.parts === null) return this.whole;
    const parts = [...this.parts];
    grow(parts, this.whole);
    return rounded(parts);
  }
}

/** In place. */
function grow(parts: number[], value: number): void {
  let [kept, carried] = [0, value];
  for (const part of parts) {
    const [large, small] = Math.abs(carried) < Math.abs(part) ? [part, carried] : [carried, part];
    const sum = large + small;
    const lost = small - (sum - large);
    // Never ahead of what is read.
    if (lost !== 0) parts[kept++] = lost;
    carried = sum;
  }
  parts.length = kept;
  if (carried !== 0) parts.push(carried);
}

/** From the largest down; what lies exactly between two doubles goes by the sign of what is below it. */
function rounded(parts: readonly number[]): number {
  let k = parts.length - 1;
  if (k < 0) return 0;
  let sum = parts[k]!;
  let lost = 0;
  while (k > 0 && lost === 0) {
    const before = sum;
    const part = parts[--k]!;
    sum = before + part;
    lost = part - (sum - before);
  }
  if (k > 0 && Math.sign(lost) === Math.sign(parts[k - 1]!)) {
    const twice = 2 * lost;
    const next = sum + twice;
    if (next - sum === twice) return next;
  }
  return sum;
}
