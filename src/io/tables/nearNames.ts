/** Names near to one that joins nothing: proposed in order, never taken. */
import type { JoinCommunity } from './join.ts';

export interface NearName {
  readonly id: string;
  readonly name: string;
  readonly subdistrict: string | null;
  /** Signs to change; 0: the same without 社区, 居委会, 村. */
  readonly distance: number;
  readonly sameSubdistrict: boolean;
}

const LISTED = 5;

/** `cores`: the communities' names as `coreOf` has them, in their order. */
export function nearNames(wanted: string, subdistrict: string | null, communities: readonly JoinCommunity[], cores: readonly string[], subdistricts: readonly (string | null)[]): NearName[] {
  const core = coreOf(wanted);
  const most = Math.max(1, Math.floor(core.length / 2));
  const found: NearName[] = [];
  communities.forEach(({ id, name, subdistrict: own }, k) => {
    const other = cores[k]!;
    const distance = Math.abs(other.length - core.length) > most ? most + 1 : editDistance(core, other, most);
    if (distance > most && !contains(core, other)) return;
    found.push({ id, name: name ?? id, subdistrict: own, distance, sameSubdistrict: subdistrict !== null && subdistricts[k] === subdistrict });
  });
  return found.sort((p, q) => p.distance - (p.sameSubdistrict ? 1 : 0) - q.distance + (q.sameSubdistrict ? 1 : 0) || (p.id < q.id ? -1 : 1)).slice(0, LISTED);
}

/** Of a comparable name: without 村 and the like. */
export function coreOf(name: string): string {
  return name.replace(/(?:新村|行政村|村|小区|花园|苑)$/, '') || name;
}

const LEAST_CONTAINED = 2;

function contains(a: string, b: string): boolean {
  return (a.length >= LEAST_CONTAINED && b.includes(a)) || (b.length >= LEAST_CONTAINED && a.includes(b));
}

/** Signs inserted, left out, changed or swapped with their neighbour; beyond `most` only that it is more. */
export function editDistance(a: string, b: string, most: number): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2]! + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
