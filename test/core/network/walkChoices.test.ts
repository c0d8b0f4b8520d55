/** Choices of the walk filter: walk-v1 comes of its own choices, and one choice changes what it says and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALTERED_FILTER, changedFromWalkV1, isWalkV1, readWalkChoices, toggleValue, VALUE_SETS, walkFilterOf, WALK_V1_CHOICES, type WalkChoices } from '../../../src/core/network/walkChoices.ts';
import { acceptsWay, readWalkFilter, WALK_V1, type WalkFilter } from '../../../src/core/network/walkFilter.ts';

const SEED = 20_266;
const tagged = (tags: Readonly<Record<string, string>>) => (key: string) => tags[key];
const walks = (filter: WalkFilter, tags: Readonly<Record<string, string>>) => acceptsWay(filter, tagged(tags));
const some = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const way = fc.record({
  highway: some('primary', 'footway', 'trunk', 'trunk_link', 'motorway', 'steps'), foot: some('no', 'yes', 'designated', 'private', 'discouraged'), access: some('no', 'private', 'customers', 'yes'), sidewalk: some('both', 'no'),
}).map((tags) => Object.fromEntries(Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined)));

describe('the choices of walk-v1', () => {
  it('make walk-v1 rule for rule, in whatever order the values stand', () => {
    expect(walkFilterOf(WALK_V1_CHOICES)).toEqual(WALK_V1);
    const turned: WalkChoices = { ...WALK_V1_CHOICES, classes: [...WALK_V1_CHOICES.classes].reverse() };
    expect(isWalkV1(turned)).toBe(true);
    expect(walkFilterOf(turned).id).toBe('walk-v1');
    expect(WALK_V1_CHOICES.classes).toHaveLength(21);
  });

  it('with a class nobody maps say the same as walk-v1 of every way', () => {
    const filter = walkFilterOf(toggleValue(WALK_V1_CHOICES, 'classes', 'nobody', true));
    expect(filter.id).toBe(ALTERED_FILTER);
    expect(readWalkFilter(filter)).toEqual(filter);
    fc.assert(fc.property(way, (tags) => { expect(walks(filter, tags)).toBe(walks(WALK_V1, tags)); }), { seed: SEED });
  });
});

describe('one choice changed', () => {
  it('walks a class more, or one less', () => {
    expect(walks(walkFilterOf(toggleValue(WALK_V1_CHOICES, 'classes', 'motorway', true)), { highway: 'motorway' })).toBe(true);
    const without = walkFilterOf(toggleValue(WALK_V1_CHOICES, 'classes', 'steps', false));
    expect([walks(without, { highway: 'steps' }), walks(without, { highway: 'footway' })]).toEqual([false, true]);
  });

  it('takes trunk roads always, or never', () => {
    const [bare, beside] = [{ highway: 'trunk' }, { highway: 'trunk', sidewalk: 'both' }];
    const of = (trunk: WalkChoices['trunk']) => [bare, beside].map((tags) => walks(walkFilterOf({ ...WALK_V1_CHOICES, trunk }), tags));
    expect([of('never'), of('withSidewalk'), of('always')]).toEqual([[false, false], [false, true], [true, true]]);
  });

  it('minds access or not, and foot beside it', () => {
    const shut = { highway: 'service', access: 'private' };
    expect(walks(WALK_V1, shut)).toBe(false);
    expect(walks(walkFilterOf({ ...WALK_V1_CHOICES, accessShut: [] }), shut)).toBe(true);
    expect(walks(walkFilterOf({ ...WALK_V1_CHOICES, accessShut: ['customers'] }), { highway: 'service', access: 'customers' })).toBe(false);
    expect(walks(walkFilterOf({ ...WALK_V1_CHOICES, footAllowed: [] }), { ...shut, foot: 'yes' })).toBe(false);
    expect(walks(walkFilterOf({ ...WALK_V1_CHOICES, footShut: [] }), { highway: 'path', foot: 'no' })).toBe(true);
  });

  it('is told by name', () => {
    expect(changedFromWalkV1(WALK_V1_CHOICES)).toEqual([]);
    for (const set of VALUE_SETS) expect(changedFromWalkV1(toggleValue(WALK_V1_CHOICES, set, 'x', true))).toEqual([set]);
    expect(changedFromWalkV1({ ...WALK_V1_CHOICES, barriers: true, trunk: 'never' })).toEqual(['trunk', 'barriers']);
  });

  it('is taken back by the same switch, and no empty or endless value gets in', () => {
    expect(isWalkV1(toggleValue(toggleValue(WALK_V1_CHOICES, 'classes', 'steps', false), 'classes', 'steps', true))).toBe(true);
    expect(toggleValue(WALK_V1_CHOICES, 'classes', '  ', true)).toBe(WALK_V1_CHOICES);
    expect(toggleValue(WALK_V1_CHOICES, 'classes', 'x'.repeat(61), true)).toBe(WALK_V1_CHOICES);
  });
});

describe('choices from a project', () => {
  it('read as they were written', () => {
    const kept = { ...WALK_V1_CHOICES, barriers: true };
    expect(readWalkChoices(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([['nothing', null, 'walk'], ['another trunk', { ...WALK_V1_CHOICES, trunk: 'sometimes' }, 'walk.trunk'], ['an empty class', { ...WALK_V1_CHOICES, classes: [''] }, 'walk.classes[0]'], ['no barriers', { ...WALK_V1_CHOICES, barriers: undefined }, 'walk.barriers']])('refuse %s and say where', (_, value, member) => {
    expect(() => readWalkChoices(value)).toThrow(expect.objectContaining({ member }) as Error);
  });
});
