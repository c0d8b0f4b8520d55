/**
 * What the project says beyond its files and steps: the rule profile with the bureau's own ones, the as-of date, the average pay.
 * It stands in the project's `profile` record and beside the decisions kept on this computer; from outside it is read member by member.
 */
import { readDay } from '../../core/rules/dates.ts';
import type { Profile } from '../../core/rules/profile.ts';
import { readProfile } from '../../core/rules/readProfile.ts';
import { isPlainObject } from '../../core/plan/readMember.ts';

export interface RuleSettings {
  profile: string;
  own: Profile[];
  references: string[];
  /** `YYYY-MM-DD`; null: the day on which one looks. */
  asOf: string | null;
  averagePayYuan: number | null;
}

export const DEFAULT_RULES: RuleSettings = { profile: 'xian', own: [], references: [], asOf: null, averagePayYuan: null };

const MOST_PROFILES = 50;
export const LARGEST_PAY = 1e8;

/** What does not read is as if it were not there: the default stands. */
export function readRuleSettings(value: unknown): RuleSettings {
  if (!isPlainObject(value) || !isPlainObject(value.rules)) return DEFAULT_RULES;
  const { profile, own, references, asOf, averagePayYuan } = value.rules;
  return {
    profile: typeof profile === 'string' ? profile : DEFAULT_RULES.profile,
    own: Array.isArray(own) ? own.slice(0, MOST_PROFILES).flatMap((each) => { const reading = readProfile(each); return reading.ok ? [reading.profile] : []; }) : [],
    references: Array.isArray(references) ? references.filter((each): each is string => typeof each === 'string').slice(0, MOST_PROFILES) : [],
    asOf: typeof asOf === 'string' && readDay(asOf) !== null ? asOf : null,
    averagePayYuan: typeof averagePayYuan === 'number' && averagePayYuan >= 0 && averagePayYuan <= LARGEST_PAY ? averagePayYuan : null,
  };
}

/** Put back beside whatever else the record holds. */
export function writtenSettings(record: unknown, rules: RuleSettings): Record<string, unknown> {
  return { ...(isPlainObject(record) ? record : {}), rules: { ...rules } };
}
