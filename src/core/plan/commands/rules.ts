/** Commands that leave the ground alone: other numbers in a rule, figures and approval dates of a community. */
import { readDay } from '../../rules/dates.ts';
import { DATE_FACTS, NUMBER_FACTS, PLAN_FACTS, TRUTH_FACTS, WORD_FACTS } from '../../rules/facts.ts';
import type { Command } from '../command.ts';
import { findUnit } from '../edit.ts';
import type { ApprovalRecord, Plan } from '../plan.ts';
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

const NUMBERS = new Set<string>(NUMBER_FACTS);
const TRUTHS = new Set<string>(TRUTH_FACTS);
const WORDS = new Set<string>(WORD_FACTS);
const DATES = new Set<string>(DATE_FACTS);

export function giveFact(plan: Plan, { community, fact, value, source }: Of<'giveFact'>): Result<Plan> {
  const unit = standing(plan, community);
  if (!unit.ok) return unit;
  const others = plan.given.filter((each) => each.unit !== unit.value || each.fact !== fact);
  if (value === null) return others.length === plan.given.length ? rejected('nothingChanges') : done({ ...plan, given: others });
  if (source.trim() === '') return rejected('noSource');
  if (PLAN_FACTS.has(fact) || (!NUMBERS.has(fact) && !TRUTHS.has(fact) && !WORDS.has(fact) && !DATES.has(fact))) return rejected('unknownFact', { subjects: [fact] });
  if (DATES.has(fact) && (typeof value !== 'string' || readDay(value) === null)) return rejected('badDate', { subjects: [String(value)] });
  const fits = NUMBERS.has(fact) ? typeof value === 'number' && Number.isFinite(value) && value >= 0 : TRUTHS.has(fact) ? typeof value === 'boolean' : typeof value === 'string';
  if (!fits) return rejected('badFigure', { subjects: [String(value)] });
  return done({ ...plan, given: [...others, { unit: unit.value, fact, value, source: source.trim() }] });
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
