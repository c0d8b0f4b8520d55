/**
 * A sum that forgets nothing: figures may be added and taken away in any order, and what stands in the end is the true sum, rounded once.
 * Whole numbers are held as one; of fractions, parts of which none reaches into another (Shewchuk 1997, "Adaptive precision
 * floating-point arithmetic", grow-expansion; rounded as in Python's `math.fsum`).
 */
export class ExactSum {
  private whole = 0;
  /** Ascending in size; no two overlap. Null as long as all was whole. */
  private parts: number[] | null = null;

  add(value: number): void {
    const whole = this.whole + value;
    if (Number.isSafeInteger(value) && Number.isSafeInteger(whole)) this.whole = whole;
    else this.parts = grown(this.parts ?? [], value);
  }

  addSum(other: ExactSum): void {
    this.add(other.whole);
    for (const part of other.parts ?? []) this.parts = grown(this.parts ?? [], part);
  }

  copy(): ExactSum {
    const copy = new ExactSum();
    [copy.whole, copy.parts] = [this.whole, this.parts];
    return copy;
  }

  /** The double nearest to the sum. */
  value(): number {
    return this.parts === null ? this.whole : rounded(grown(this.parts, this.whole));
  }
}

/** A new list: sums share theirs until one of them grows. */
function grown(parts: readonly number[], value: number): number[] {
  const next: number[] = [];
  let carried = value;
  for (const part of parts) {
    const [large, small] = Math.abs(carried) < Math.abs(part) ? [part, carried] : [carried, part];
    const sum = large + small;
    const lost = small - (sum - large);
    if (lost !== 0) next.push(lost);
    carried = sum;
  }
  if (carried !== 0) next.push(carried);
  return next;
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
