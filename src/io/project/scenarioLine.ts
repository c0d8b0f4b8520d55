/** A scenario's steps as ranges of numbers, `[[1,12],[15,20]]`: how it finds its place again where entries are lost. */
import type { LogEntry } from '../../core/plan/log.ts';
import { BadMember, list, pair, type Reader } from '../../core/plan/readMember.ts';
import { revisionId } from '../../core/plan/readLog.ts';
import { MOST_REVISIONS } from '../../core/plan/replay.ts';

export type ScenarioLine = [from: number, to: number][];

/** From the first step to the head; as far as the log goes. */
export function lineTo(head: number, byId: ReadonlyMap<number, LogEntry>): ScenarioLine {
  const ranges: ScenarioLine = [];
  for (let entry = byId.get(head); entry; entry = byId.get(entry.parent)) {
    const first = ranges[0];
    if (first?.[0] === entry.id + 1) first[0] = entry.id;
    else ranges.unshift([entry.id, entry.id]);
  }
  return ranges;
}

/** Numbers that only rise: walking them takes no longer than a log is long. */
export const scenarioLine: Reader<ScenarioLine> = (value, member) => {
  const ranges = list(pair(revisionId), MOST_REVISIONS)(value, member);
  let last = 0;
  for (const [i, [from, to]] of ranges.entries()) {
    if (from <= last || to < from) throw new BadMember(`${member}[${i}]`, `${from}…${to}`, `> ${last}`);
    last = to;
  }
  return ranges;
};

/** The last step of the line that is among the living; 0 where none is. */
export function lastLiving(line: ScenarioLine, living: ReadonlySet<number>): number {
  for (const [from, to] of [...line].reverse()) {
    for (let id = to; id >= from; id--) if (living.has(id)) return id;
  }
  return 0;
}
