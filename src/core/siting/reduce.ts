/** Smaller problems with the same optimum. */
import { tightService, type Service } from './service.ts';

/** Comparisons of entries; a problem that takes more is left as it is: the search does without. */
const MOST_COMPARISONS = 60_000_000;

export interface Restriction {
  readonly service: Service;
  /** Weighted cost that the opened sites save. */
  readonly saved: number;
}

/** The problem that is left with some candidates open and others out. Marks by candidate of `service`. */
export function restrict(service: Service, opened: ArrayLike<number>, closed: ArrayLike<number>): Restriction {
  const { candidates, rows, start, row, cost, weight, candidateOf } = service;
  const fallback = service.fallback.slice();
  for (let c = 0; c < candidates; c++) {
    if (opened[c] === 0) continue;
    for (let at = start[c]!; at < start[c + 1]!; at++) fallback[row[at]!] = Math.min(fallback[row[at]!]!, cost[at]!);
  }
  let saved = 0;
  for (let r = 0; r < rows; r++) saved += weight[r]! * (service.fallback[r]! - fallback[r]!);
  const left = { start: [0], row: [] as number[], cost: [] as number[], candidateOf: [] as number[] };
  for (let c = 0; c < candidates; c++) {
    if (opened[c] !== 0 || closed[c] !== 0) continue;
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      if (cost[at]! >= fallback[row[at]!]!) continue;
      left.row.push(row[at]!);
      left.cost.push(cost[at]!);
    }
    left.start.push(left.row.length);
    left.candidateOf.push(candidateOf[c]!);
  }
  return { service: tightService({ weight, fallback, ...left }), saved };
}

/** Candidates out that another one replaces at no loss: it serves the same rows and maybe more, none at a higher cost. */
export function withoutDominated(service: Service): Service {
  const dominated = dominatedCandidates(service);
  return dominated.some((mark) => mark !== 0) ? restrict(service, new Uint8Array(service.candidates), dominated).service : service;
}

function dominatedCandidates({ candidates, start, row, cost, rowStart, rowCandidate }: Service): Uint8Array {
  const out = new Uint8Array(candidates);
  let comparisons = 0;
  const covers = (big: number, small: number) => {
    let at = start[big]!;
    const end = start[big + 1]!;
    for (let k = start[small]!; k < start[small + 1]!; k++) {
      while (at < end && row[at]! < row[k]!) at++;
      comparisons++;
      if (at === end || row[at] !== row[k] || cost[at]! > cost[k]!) return false;
    }
    return true;
  };
  for (let c = 0; c < candidates && comparisons < MOST_COMPARISONS; c++) {
    let rarest = row[start[c]!]!;
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      const r = row[at]!;
      if (rowStart[r + 1]! - rowStart[r]! < rowStart[rarest + 1]! - rowStart[rarest]!) rarest = r;
    }
    const size = start[c + 1]! - start[c]!;
    for (let at = rowStart[rarest]!; at < rowStart[rarest + 1]! && out[c] === 0; at++) {
      const other = rowCandidate[at]!;
      const otherSize = start[other + 1]! - start[other]!;
      if (other === c || out[other] !== 0 || otherSize < size || !covers(other, c)) continue;
      // Of two alike the lower one stays.
      if (otherSize > size || other < c || !covers(c, other)) out[c] = 1;
    }
  }
  return out;
}

/** Of a problem of covering: rows out that are covered whenever another one is. */
export function withoutImpliedRows(service: Service): Service {
  const { rows, rowStart, rowCandidate, start, row } = service;
  const out = new Uint8Array(rows);
  const seen = new Uint32Array(rows);
  const touched = new Uint32Array(rows);
  let comparisons = 0;
  for (let r = 0; r < rows && comparisons < MOST_COMPARISONS; r++) {
    if (out[r] !== 0) continue;
    const size = rowStart[r + 1]! - rowStart[r]!;
    // A row that has all candidates of r, and more or a higher number, need not be asked for.
    for (let at = rowStart[r]!; at < rowStart[r + 1]!; at++) {
      const c = rowCandidate[at]!;
      comparisons += start[c + 1]! - start[c]!;
      for (let k = start[c]!; k < start[c + 1]!; k++) {
        const other = row[k]!;
        if (touched[other] !== r + 1) {
          touched[other] = r + 1;
          seen[other] = 0;
        }
        if (++seen[other]! === size && other !== r) out[other] = 1;
      }
    }
  }
  if (!out.some((mark) => mark !== 0)) return service;
  return keepRows(service, out);
}

function keepRows({ candidates, weight, fallback, start, row, cost, candidateOf }: Service, out: Uint8Array): Service {
  const left = { start: [0], row: [] as number[], cost: [] as number[] };
  for (let c = 0; c < candidates; c++) {
    for (let at = start[c]!; at < start[c + 1]!; at++) {
      if (out[row[at]!] !== 0) continue;
      left.row.push(row[at]!);
      left.cost.push(cost[at]!);
    }
    left.start.push(left.row.length);
  }
  return tightService({ weight, fallback, candidateOf, ...left });
}
