/** An assessment formed from the one before equals one formed from nothing, byte for byte, however many edits lie between. */
import { describe, expect, it } from 'vitest';
import { seededRandom, wholeBetween } from '../../../../data/generator/random.ts';
import { assessPlan, type AreaFigures, type Assessment } from '../../../../src/core/assess.ts';
import { known } from '../../../../src/core/rules/fact.ts';
import { communityFacts, NUMBER_FACTS, TRUTH_FACTS, withFacts, type CommunityFacts, type GivenFacts } from '../../../../src/core/rules/facts.ts';
import type { ResolvedProfile } from '../../../../src/core/rules/resolveProfile.ts';
import { CONTEXT, resolved } from '../golden.ts';

const random = seededRandom(23);
const one = <T>(all: readonly T[]): T => all[wholeBetween(random, 0, all.length - 1)]!;
const MEASURED = /SquareMetres|Percent|Yuan/;

/** Fractions where there may be any, ties where figures are small, and much that nobody knows. */
function randomGiven(): GivenFacts {
  const given: Record<string, unknown> = { district: one(['甲区', '甲区', '乙区', null]), subdistrict: one(['东街', '西街', '南街', null]), kind: one(['urban', 'rural', null]), state: one(['normal', 'demolished', null]) };
  for (const name of NUMBER_FACTS) if (random() < 0.7) given[name] = MEASURED.test(name) ? random() * 10 ** wholeBetween(random, -3, 6) : wholeBetween(random, 0, random() < 0.6 ? 6 : 9000);
  for (const name of TRUTH_FACTS) if (random() < 0.6) given[name] = random() < 0.5;
  return given;
}

let made = 0;
const newCommunity = (): CommunityFacts => communityFacts(`c${++made}`, `社区${made}`, randomGiven());

function edited(before: readonly CommunityFacts[]): CommunityFacts[] {
  const after = [...before];
  const at = wholeBetween(random, 0, after.length - 1);
  const edit = wholeBetween(random, 0, 5);
  if (edit === 0) after.splice(at, 0, newCommunity());
  else if (edit === 1) after.splice(at, 1);
  else if (edit === 2) after.push(...after.splice(at, 2));
  // The very same again: listed twice, and perhaps once no more.
  else if (edit === 3) after.push(after[at]!);
  else after[at] = withFacts(after[at]!, randomGiven());
  return after.length === 0 ? [newCommunity()] : after;
}

describe.each(['xian', 'weihai'])('%s', (id) => {
  const profile = resolved(id, id === 'xian' ? ['national'] : []);
  /** The same rules as another object: nothing that was worked out is found again. */
  const again = (): ResolvedProfile => ({ ...profile });

  it('after every edit of many', () => {
    let communities = Array.from({ length: 8 }, newCommunity);
    let assessment: Assessment | null = null;
    for (let step = 0; step < 60; step++) {
      const figures: AreaFigures = random() < 0.5 ? { 'extra.unassigned': known(random() * 1e6) } : {};
      const context = { ...CONTEXT, whole: one(['city', 'district'] as const), figures };
      const before: Assessment | null = assessment;
      assessment = assessPlan(communities, profile, context, before);
      const fresh = assessPlan(communities, again(), context);
      expect(JSON.stringify(assessment) === JSON.stringify(fresh), `step ${step}`).toBe(true);
      communities = edited(communities);
    }
  });

  it('after the last of a district has gone, and with none left', () => {
    const communities = Array.from({ length: 6 }, newCommunity);
    const all = assessPlan(communities, profile, CONTEXT);
    for (const left of [communities.slice(0, 1), communities.slice(3), []]) {
      expect(JSON.stringify(assessPlan(left, profile, CONTEXT, all)) === JSON.stringify(assessPlan(left, again(), CONTEXT)), `${left.length} left`).toBe(true);
    }
  });

  it('areas in which nothing differs are the same objects', () => {
    const place = (k: number): GivenFacts => ({ district: '甲区', subdistrict: k < 3 ? '东街' : '西街' });
    const communities = Array.from({ length: 6 }, (_, k) => communityFacts(`p${k}`, `社区${k}`, { ...randomGiven(), ...place(k) }));
    const before = assessPlan(communities, profile, CONTEXT);
    const after = assessPlan(communities.with(0, withFacts(communities[0]!, { households: 77 })), profile, CONTEXT, before);
    const named = ({ subdistricts }: Assessment, name: string) => subdistricts.find((area) => area.name === name);
    expect(named(after, '西街')).toBe(named(before, '西街'));
    expect(named(after, '东街')).not.toBe(named(before, '东街'));
  });

  it('of another profile or year, the one before is no help and no harm', () => {
    const communities = Array.from({ length: 5 }, newCommunity);
    const [other, otherYear] = [assessPlan(communities, resolved('shaanxi'), CONTEXT), assessPlan(communities, profile, { ...CONTEXT, averagePayYuan: 60_001 })];
    const expected = JSON.stringify(assessPlan(communities, again(), CONTEXT));
    for (const before of [other, otherYear]) expect(JSON.stringify(assessPlan(communities, profile, CONTEXT, before)) === expected).toBe(true);
  });
});
