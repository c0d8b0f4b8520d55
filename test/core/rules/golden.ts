/** Golden rows: a rule, the facts given, the verdict and the margin worked out by hand. The sum stands in each row's comment. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assessPlan, type AssessContext, type Assessment } from '../../../src/core/assess.ts';
import { assessCompound } from '../../../src/core/rules/assessCommunity.ts';
import { communityFacts, compoundFacts, type CommunityFacts, type GivenCompound, type GivenFacts } from '../../../src/core/rules/facts.ts';
import type { Finding, FoundBy } from '../../../src/core/rules/finding.ts';
import type { Profile } from '../../../src/core/rules/profile.ts';
import { readProfile } from '../../../src/core/rules/readProfile.ts';
import { resolveProfile, type ResolvedProfile } from '../../../src/core/rules/resolveProfile.ts';
import type { Verdict } from '../../../src/core/rules/vocabulary.ts';

export const PROFILE_FOLDER = 'data/profiles';

/** As the files hold them, through the door. */
export function shippedProfiles(): Map<string, Profile> {
  const files = readdirSync(PROFILE_FOLDER).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json')).sort();
  return new Map(files.map((file) => {
    const reading = readProfile(JSON.parse(readFileSync(`${PROFILE_FOLDER}/${file}`, 'utf8')));
    if (!reading.ok) throw new Error(`${file}: ${JSON.stringify(reading.problems)}`);
    return [reading.profile.id, reading.profile];
  }));
}

const shipped = shippedProfiles();

export function resolved(id: string, references: readonly string[] = [], more: readonly Profile[] = []): ResolvedProfile {
  const resolution = resolveProfile(id, new Map([...shipped, ...more.map((each) => [each.id, each] as const)]), references);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.profile;
}

/** A community about which all conditions are settled, so that a row names only what it is about. */
export const USUAL: GivenFacts = { kind: 'urban', newBuild: false, newSetUp: false, state: 'normal', districtKind: 'district', zone: '' };
export const CONTEXT: AssessContext = { asOf: '2026-03-01' };

let made = 0;
export function community(given: GivenFacts): CommunityFacts {
  made++;
  return communityFacts(`c${made}`, `社区${made}`, { ...USUAL, ...given });
}

export function findingOf(profile: ResolvedProfile, given: GivenFacts, rule: string): Finding {
  return only(assessPlan([community(given)], profile, CONTEXT).communities[0]!.findings, rule);
}

export function assessed(profile: ResolvedProfile, all: readonly GivenFacts[], context: Partial<AssessContext> = {}): Assessment {
  return assessPlan(all.map(community), profile, { ...CONTEXT, ...context });
}

export type GoldenRow = readonly [rule: string, given: GivenFacts, verdict: Verdict, margin: number | null, more?: Partial<Omit<Finding, 'rule'> & FoundBy>];
export type GoldenCompoundRow = readonly [rule: string, given: GivenCompound, verdict: Verdict, margin: number | null];

export function golden(profile: ResolvedProfile, rows: readonly GoldenRow[]): void {
  for (const [i, [rule, given, verdict, margin, more = {}]] of rows.entries()) {
    it(`${i + 1}. ${rule} ${JSON.stringify(given)} → ${verdict}`, () => {
      const { rule: by, ...finding } = findingOf(profile, given, rule);
      expect({ ...by, ...finding }).toMatchObject({ id: rule, verdict, margin: close(margin), ...more });
    });
  }
}

export function goldenCompounds(profile: ResolvedProfile, rows: readonly GoldenCompoundRow[]): void {
  for (const [i, [rule, given, verdict, margin]] of rows.entries()) {
    it(`${i + 1}. ${rule} ${JSON.stringify(given)} → ${verdict}`, () => {
      expect(only(assessCompound(compoundFacts('k', '小区', 'c', given), profile), rule)).toMatchObject({ rule: { id: rule }, verdict, margin: close(margin) });
    });
  }
}

function only(findings: readonly Finding[], rule: string): Finding {
  const found = findings.filter((finding) => finding.rule.id === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const DECIMALS = 9;

function close(margin: number | null): unknown {
  return margin === null ? null : expect.closeTo(margin, DECIMALS);
}
