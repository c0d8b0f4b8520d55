/** The registers' lines: what comes first, what has run out, what can be done about each. */
import { readDay } from '../../../core/rules/dates.ts';
import type { Rule } from '../../../core/rules/profile.ts';
import type { CompoundLedgerRow } from '../../../worker/assessProtocol.ts';

export type LedgerFilter = 'all' | 'outside' | 'short';

/** `attach`: it lies in no community and nobody looks after it. `trace`: rooms that its builder owes. `topUp`: any other way to rooms. */
export type LedgerDeed = 'attach' | 'trace' | 'topUp' | 'data' | 'none';

export interface LedgerLine {
  row: CompoundLedgerRow;
  rule: Rule | null;
  deed: LedgerDeed;
  /** Metrics that are missing, where data are what it wants. */
  wants: readonly string[];
}

/** Compounds in no community first, those that nobody looks after before all; then by what they are short of. */
export function ledgerLines(rows: readonly CompoundLedgerRow[], rules: readonly Rule[]): LedgerLine[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const order = ({ community, attachedTo }: CompoundLedgerRow) => (community !== null ? 2 : attachedTo !== null ? 1 : 0);
  return [...rows].sort((a, b) => order(a) - order(b) || (b.short ?? -1) - (a.short ?? -1) || Number(b.verdict === 'unknown') - Number(a.verdict === 'unknown') || a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1)).map((row) => {
    const rule = row.rule === null ? null : (byId.get(row.rule) ?? null);
    const wants = row.verdict === 'unknown' && rule ? wanting(row, rule) : [];
    return { row, rule, wants, deed: deedOf(row, rule, wants) };
  });
}

function deedOf({ community, attachedTo, verdict }: CompoundLedgerRow, rule: Rule | null, wants: readonly string[]): LedgerDeed {
  if (community === null && attachedTo === null) return 'attach';
  if (verdict === 'fail') return rule?.applies?.some(({ metric }) => metric === 'completed') === true ? 'trace' : 'topUp';
  return verdict === 'unknown' && wants.length > 0 ? 'data' : 'none';
}

function wanting({ completed, owed, have }: CompoundLedgerRow, { metric, bound, applies }: Rule): string[] {
  return [
    ...(applies ?? []).flatMap((condition) => (condition.metric === 'completed' && completed !== null ? [] : [condition.metric])),
    ...(owed === null && 'of' in bound && typeof bound.of === 'string' ? [bound.of] : []),
    ...(have === null ? [metric] : []),
  ];
}

export function isListed({ row }: LedgerLine, filter: LedgerFilter, needle: string): boolean {
  if (filter === 'outside' && row.community !== null) return false;
  if (filter === 'short' && !(row.short !== null && row.short > 0)) return false;
  return needle === '' || [row.name, row.community, row.attachedTo].some((text) => text?.toLowerCase().includes(needle) === true);
}

/** A day, month or year that has ended; an event never does. */
export function hasExpired(until: string | null, asOf: string): boolean {
  const [end, today] = [until === null ? null : readDay(until), readDay(asOf)];
  return end !== null && today !== null && today.from > end.to;
}
