/** Commands that leave the ground alone: other numbers in a rule, figures and approval dates of a community. */
import { GIVABLE, misfit } from '../../facts/givable.ts';
import { readDay } from '../../rules/dates.ts';
import type { Command } from '../command.ts';
import { findUnit } from '../edit.ts';
import type { ApprovalRecord, GivenFact, Plan } from '../plan.ts';
import { done, rejected, type Result } from '../rejection.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Whether the profile has such an entry is not asked here: a plan may be opened beside another profile. */
export function changeRule(plan: Plan, { of, entry, values, role, reason }: Of<'changeRule'>): Result<Plan> {
  if (role.trim() === '') return rejected('noRole');
  if (reason.trim() === '') return rejected('noReason');
  if (entry.trim() === '' || values.length === 0) return rejected('unknownRule', { subjects: [entry] });
  const change = { of, entry, values: values.map(({ member, value }) => ({ member, value })), role: role.trim(), reason: reason.trim() };
  const others = plan.ruleChanges.filter((each) => each.of !== of || each.entry !== entry);
  const before = plan.ruleChanges.find((each) => each.of === of && each.entry === entry);
  if (before && JSON.stringify(before) === JSON.stringify(change)) return rejected('nothingChanges');
  return done({ ...plan, ruleChanges: [...others, change] });
}

export function restoreRule(plan: Plan, { of, entry }: Of<'restoreRule'>): Result<Plan> {
  const ruleChanges = plan.ruleChanges.filter((each) => each.of !== of || each.entry !== entry);
  return ruleChanges.length === plan.ruleChanges.length ? rejected('unknownRule', { subjects: [entry] }) : done({ ...plan, ruleChanges });
}

/** `role` and `asOf` are told where a person gives it in the page; a script may leave them out. */
export function giveFact(plan: Plan, { community, fact, value, source, role, asOf }: Of<'giveFact'>): Result<Plan> {
  const unit = standing(plan, community);
  if (!unit.ok) return unit;
  const before = plan.given.find((each) => each.unit === unit.value && each.fact === fact && each.mergedAt === undefined);
  const others = plan.given.filter((each) => each !== before);
  if (value === null) return before === undefined ? rejected('nothingChanges') : done({ ...plan, given: others });
  if (source.trim() === '') return rejected('noSource');
  if (role?.trim() === '') return rejected('noRole');
  if (asOf !== undefined && readDay(asOf) === null) return rejected('badDate', { subjects: [asOf], member: 'asOf' });
  const givable = GIVABLE.get(fact);
  if (givable === undefined) return rejected('unknownFact', { subjects: [fact] });
  const wrong = misfit(givable, value);
  if (wrong) return rejected(wrong.code, { subjects: [String(value)], expected: wrong.expected });
  const given: GivenFact = { unit: unit.value, fact, value, source: source.trim(), ...(role === undefined ? {} : { role: role.trim() }), ...(asOf === undefined ? {} : { asOf }) };
  if (before && JSON.stringify(before) === JSON.stringify(given)) return rejected('nothingChanges');
  return done({ ...plan, given: [...others, given] });
}

export function setApproval(plan: Plan, { community, mark, key, date }: Of<'setApproval'>): Result<Plan> {
  const unit = standing(plan, community);
  if (!unit.ok) return unit;
  const day = date === null ? null : readDay(date);
  // A deadline is counted from a day, not from a month.
  if (date !== null && (day === null || day.from !== day.to)) return rejected('badDate', { subjects: [date] });
  const before = plan.approvals.find((each) => each.unit === unit.value) ?? { unit: unit.value, approved: null, planned: {}, done: {}, met: {} };
  const after = mark === 'approved' ? { ...before, approved: date } : { ...before, [mark]: withDate(before[mark], key, date) };
  if (JSON.stringify(before) === JSON.stringify(after)) return rejected('nothingChanges');
  const others = plan.approvals.filter((each) => each.unit !== unit.value);
  return done({ ...plan, approvals: isEmpty(after) ? others : [...others, after] });
}

/** In the order of keys, so that the same dates are the same record however they were typed. */
function withDate(dates: Readonly<Record<string, string>>, key: string, date: string | null): Record<string, string> {
  const next = new Map(Object.entries(dates));
  if (date === null) next.delete(key);
  else next.set(key, date);
  return Object.fromEntries([...next].sort(([p], [q]) => (p < q ? -1 : p > q ? 1 : 0)));
}

function isEmpty({ approved, planned, done: made, met }: ApprovalRecord): boolean {
  return approved === null && [planned, made, met].every((dates) => Object.keys(dates).length === 0);
}

/** Locked or not: its ground stays as it is. */
function standing(plan: Plan, id: string): Result<number> {
  const index = findUnit(plan, id);
  if (index < 0) return rejected('unknownCommunity', { subjects: [id] });
  const unit = plan.units.get(index);
  if (unit.abolished) return rejected('abolished', { subjects: [id] });
  return unit.role === 'community' ? done(index) : rejected('notACommunity', { subjects: [id] });
}
