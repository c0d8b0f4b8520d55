/** Numbers typed and not yet tried, row by row: kept while the list is closed and opened again. */
import { create } from 'zustand';
import type { Command } from '../../../core/plan/command.ts';
import { changeableNumbers, profileOfChanges } from '../../../core/rules/changedProfile.ts';
import type { ProfileProblem } from '../../../core/rules/readProfile.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';
import { beneath, isTried, rowKey, type EntryRow } from './entryRow.ts';

export interface RuleDraft {
  /** By member. */
  readonly values: Readonly<Record<string, number>>;
  readonly reason: string;
}

export interface RuleDrafts {
  /** Who answers, for every row. */
  readonly role: string;
  readonly byRow: ReadonlyMap<string, RuleDraft>;
}

export const useRuleDrafts = create<RuleDrafts>()(() => ({ role: '', byRow: new Map() }));

const EMPTY: RuleDraft = { values: {}, reason: '' };

export function setDraftRole(role: string): void {
  useRuleDrafts.setState({ role });
}

export function setDraftReason(row: EntryRow, reason: string): void {
  change(row, (draft) => ({ ...draft, reason }));
}

/** A number as it stands is no draft any more. */
export function setDraftValue(row: EntryRow, member: string, value: number): void {
  const stands = changeableNumbers(row.of, row.entry).find((each) => each.member === member)?.value;
  change(row, ({ values: { [member]: _, ...others }, reason }) => ({ values: value === stands ? others : { ...others, [member]: value }, reason }));
}

export function dropDraft(row: EntryRow): void {
  change(row, () => EMPTY);
}

function change(row: EntryRow, to: (draft: RuleDraft) => RuleDraft): void {
  const key = rowKey(row);
  useRuleDrafts.setState(({ byRow }) => {
    const next = new Map(byRow);
    const draft = to(byRow.get(key) ?? EMPTY);
    if (Object.keys(draft.values).length === 0) next.delete(key);
    else next.set(key, draft);
    return { byRow: next };
  });
}

type Tried = Extract<Command, { type: 'changeRule' }>;

/**
 * The command that a draft amounts to, with all numbers that differ from the profile's own; where none does any more, they are restored.
 * Null: nothing changes.
 */
export function draftCommand(row: EntryRow, values: RuleDraft['values'], role: string, reason: string): Tried | Extract<Command, { type: 'restoreRule' }> | null {
  const { of, entry } = row;
  const stands = changeableNumbers(of, entry);
  if (stands.every(({ member, value }) => (values[member] ?? value) === value)) return null;
  const own = new Map(changeableNumbers(of, beneath(row)).map(({ member, value }) => [member, value]));
  const differing = stands.map(({ member, value }) => ({ member, value: values[member] ?? value })).filter(({ member, value }) => own.get(member) !== value);
  if (differing.length === 0) return isTried(row) ? { type: 'restoreRule', of, entry: entry.id } : null;
  return { type: 'changeRule', of, entry: entry.id, values: differing, role: role.trim(), reason: reason.trim() };
}

/** Numbers that contradict each other, or that no rule may have, told before they are tried. */
export function draftProblems(rules: Pick<RulesView, 'rules' | 'indicators' | 'money' | 'parameters'>, row: EntryRow, values: RuleDraft['values']): readonly ProfileProblem[] {
  const all = changeableNumbers(row.of, row.entry).map(({ member, value }) => ({ member, value: values[member] ?? value }));
  const base = { ...rules, id: 'base', documents: [] };
  return profileOfChanges('draft', { zh: '–', en: '–' }, base, [{ of: row.of, entry: row.entry.id, values: all, role: '–', reason: '–' }]).problems;
}
