/** Figures given by hand before a merger: added up where every part has one, else named with the community that had them. */
import { describe, expect, it } from 'vitest';
import { joiningOf } from '../../../src/core/facts/inherit.ts';
import { mergedGivenOf } from '../../../src/core/facts/mergedGiven.ts';
import { planFacts } from '../../../src/core/facts/planFacts.ts';
import { openFigures, updateFigures } from '../../../src/core/households/figures.ts';
import type { Command } from '../../../src/core/plan/command.ts';
import { finish } from '../../../src/core/progress.ts';
import type { CommunityFacts, FactName, GivenFacts } from '../../../src/core/rules/facts.ts';
import { aDrawnPlan, after, groundIn, line, type Drawn } from '../../builders/drawnPlan.ts';

const CITY = aDrawnPlan('aabbcc / aabbcc');
const FILED: Record<string, GivenFacts> = { b: { floorAreaSquareMetres: 900, householdsRegistered: 2000, committeeMembers: 7 }, c: { floorAreaSquareMetres: 300 } };

function give(community: string, fact: FactName, value: number | boolean): Command {
  return { type: 'giveFact', community, fact, value, source: '实测', role: '民政科', asOf: '2026-03-01' };
}

function merged(city: Drawn, into: string, ...communities: string[]): Drawn {
  return after(city, { type: 'merge', communities, into });
}

function done(...commands: Command[]): Drawn {
  return commands.reduce((city, command) => after(city, command), CITY);
}

function heir({ plan }: Drawn, id: string): { facts: CommunityFacts; fates: string[] } {
  const figures = updateFigures(finish(openFigures({ atoms: [], control: [...CITY.plan.units].map(() => ({ households: null, people: null })) }, CITY.plan)), plan);
  const facts = planFacts(plan, figures, { base: CITY.plan, zones: null, parents: [] }, new Map(Object.entries(FILED))).find((each) => each.id === id)!;
  const unit = [...plan.units].findIndex((each) => each.id === id);
  return { facts, fates: mergedGivenOf(plan, unit, joiningOf, facts).map((each) => `${each.community} ${each.fact} ${String(each.value)} ${each.fate}`) };
}

describe('figures by hand of communities that merge', () => {
  it('add to what the files have of the others', () => {
    const { facts, fates } = heir(merged(done(give('a', 'floorAreaSquareMetres', 1200), give('a', 'householdsRegistered', 800)), 'b', 'a', 'b'), 'b');
    expect([facts.floorAreaSquareMetres.value, facts.householdsRegistered.value]).toEqual([2100, 2800]);
    expect(fates).toEqual(['a社区 floorAreaSquareMetres 1200 counted', 'a社区 householdsRegistered 800 counted']);
  });

  it('of the one that stays counts for its part alone', () => {
    const { facts } = heir(merged(done(give('b', 'floorAreaSquareMetres', 1000)), 'b', 'b', 'c'), 'b');
    expect(facts.floorAreaSquareMetres.value).toBe(1300);
  });

  it('are left behind, and named, where another part has no such figure', () => {
    const { facts, fates } = heir(merged(done(give('a', 'plazaSquareMetres', 1200)), 'b', 'a', 'b'), 'b');
    expect(facts.plazaSquareMetres.known).toBe(false);
    expect(fates).toEqual(['a社区 plazaSquareMetres 1200 incomplete']);
  });

  it('of a body that is elected are the heir’s own only', () => {
    const { facts, fates } = heir(merged(done(give('a', 'committeeMembers', 5), give('b', 'committeeMembers', 9)), 'b', 'a', 'b'), 'b');
    expect(facts.committeeMembers.value).toBe(9);
    expect(fates).toEqual(['a社区 committeeMembers 5 notPassedOn', 'b社区 committeeMembers 9 counted']);
  });

  it('one that is true is enough for an indicator', () => {
    expect(heir(merged(done(give('a', 'indicator14', true)), 'b', 'a', 'b'), 'b').facts.indicator14.value).toBe(true);
    expect(heir(merged(done(give('a', 'indicator14', false)), 'b', 'a', 'b'), 'b').fates).toEqual(['a社区 indicator14 false incomplete']);
  });

  it('give way to one that is given of the heir; withdrawn, they count again', () => {
    const two = merged(done(give('a', 'floorAreaSquareMetres', 1200)), 'b', 'a', 'b');
    const anew = after(two, give('b', 'floorAreaSquareMetres', 2500));
    expect([heir(anew, 'b').facts.floorAreaSquareMetres.value, heir(anew, 'b').fates]).toEqual([2500, ['a社区 floorAreaSquareMetres 1200 replaced']]);
    const back = after(anew, { type: 'giveFact', community: 'b', fact: 'floorAreaSquareMetres', value: null, source: '' });
    expect(heir(back, 'b').facts.floorAreaSquareMetres.value).toBe(2100);
  });

  it('go on through a second merger, each counted once', () => {
    const two = merged(done(give('a', 'floorAreaSquareMetres', 1200)), 'b', 'a', 'b');
    expect(heir(merged(two, 'b', 'b', 'c'), 'b').facts.floorAreaSquareMetres.value).toBe(2400);
    const counted = merged(after(two, give('b', 'floorAreaSquareMetres', 2500)), 'c', 'b', 'c');
    expect([heir(counted, 'c').facts.floorAreaSquareMetres.value, heir(counted, 'c').fates.at(-1)]).toEqual([2800, 'b社区 floorAreaSquareMetres 2500 counted']);
  });

  it('of the ground do not hold once it was redrawn', () => {
    const redrawn = done(give('a', 'householdsRegistered', 800), { type: 'assign', ground: [groundIn(2, 0, 3, 2)], to: 'a', from: ['b'] });
    // What the files counted of b was counted on more than b then had.
    expect(heir(merged(redrawn, 'b', 'a', 'b'), 'b').fates).toEqual(['a社区 householdsRegistered 800 incomplete']);
    const ceded = after(merged(done(give('a', 'householdsRegistered', 800)), 'b', 'a', 'b'), { type: 'assign', ground: [groundIn(3, 0, 4, 2)], to: 'c', from: ['b'] });
    expect(heir(ceded, 'b').facts.householdsRegistered.known).toBe(false);
  });

  it('of a part of a split and of the rest add up to the whole again', () => {
    const parts = after(CITY, { type: 'split', community: 'a', line: line([0, 1], [2, 1]), name: '新社区' });
    const made = [...parts.plan.units].find(({ name }) => name === '新社区')!.id;
    const given = [give('a', 'householdsRegistered', 300), give(made, 'householdsRegistered', 500)].reduce((city, command) => after(city, command), parts);
    expect(heir(merged(given, 'a', 'a', made), 'a').facts.householdsRegistered.value).toBe(800);
  });
});
