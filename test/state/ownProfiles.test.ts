/** Profiles of a project's own: admitted or not, folded for elsewhere, dropped; and what is told of a file that is none. */
import { describe, expect, it } from 'vitest';
import { profileOfChanges, TRIED } from '../../src/core/rules/changedProfile.ts';
import type { Profile } from '../../src/core/rules/profile.ts';
import { readProfile } from '../../src/core/rules/readProfile.ts';
import { resolveProfile, type ResolvedProfile } from '../../src/core/rules/resolveProfile.ts';
import { shippedProfiles } from '../../src/io/profiles/shipped.ts';
import { admission, folded, freeId, profilesAtHand, withoutOwn } from '../../src/state/assess/ownProfiles.ts';
import { DEFAULT_RULES } from '../../src/state/assess/settings.ts';
import { readProfileBytes } from '../../src/state/operations/importProfile.ts';

function resolvedWith(id: string, own: readonly Profile[]): ResolvedProfile {
  const resolution = resolveProfile(id, profilesAtHand(own));
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.profile;
}

/** A copy that changes one number, standing on another profile. */
function copyOf(below: string, id: string, rule: string, member: string, value: number, own: readonly Profile[] = []): Profile {
  const { profile } = profileOfChanges(id, { zh: `试点${id}`, en: `Trial ${id}` }, resolvedWith(below, own), [{ of: 'rule', entry: rule, values: [{ member, value }], role: '科', reason: '试' }]);
  if (profile === null) throw new Error(`${id} is none.`);
  return profile;
}

const first = copyOf('xian', 'first', 'size.households', 'bound.max', 4000);
const second = copyOf('first', 'second', 'plaza.area', 'bound.min', 900, [first]);

describe('admission', () => {
  it('takes what stands on a profile at hand', () => {
    expect(admission(first, [])).toEqual({ kind: 'fits' });
    expect(admission(second, [first])).toEqual({ kind: 'fits' });
  });

  it('knows the same one again, and keeps one apart that has its id', () => {
    expect(admission(first, [first])).toEqual({ kind: 'known' });
    expect(admission({ ...first, title: { zh: '别的', en: 'Other' } }, [first])).toEqual({ kind: 'clash', taken: first.title, free: 'first-2' });
    expect(admission({ ...first, id: 'weihai' }, [])).toMatchObject({ kind: 'clash', taken: { zh: '威海' }, free: 'weihai-2' });
    expect(admission({ ...first, id: TRIED }, [])).toEqual({ kind: 'clash', taken: null, free: `${TRIED}-2` });
  });

  it('refuses what stands on nothing, and what comes back to itself', () => {
    expect(admission(second, [])).toMatchObject({ kind: 'refused', problems: [{ member: 'extends', found: 'first' }] });
    expect(admission({ ...first, id: 'xian-plan' }, [])).toMatchObject({ kind: 'refused', problems: [{ member: 'extends', found: 'xian-plan → xian → xian-plan' }] });
    expect(admission({ ...first, off: ['nothing'] }, [])).toMatchObject({ kind: 'refused', problems: [{ member: 'off', found: 'nothing' }] });
  });

  it('finds an id that is free, and counts on', () => {
    expect(freeId('xian', [{ ...first, id: 'xian-2' }])).toBe('xian-3');
    expect(freeId('xian-2', [{ ...first, id: 'xian-2' }])).toBe('xian-3');
    expect(freeId('a'.repeat(80), [])).toBe(`${'a'.repeat(78)}-2`);
  });
});

describe('folded', () => {
  it('stands on what is shipped and asks the same', () => {
    const alone = folded(second, [first]);
    expect(alone).toMatchObject({ id: 'second', extends: 'xian' });
    expect(readProfile(JSON.parse(JSON.stringify(alone)))).toEqual({ ok: true, profile: alone });
    const bare = ({ rules, indicators, classification, bases }: ResolvedProfile) =>
      ({ classification, bases, rules: rules.map(({ from: _f, overrides: _o, ...rule }) => rule), indicators: indicators.map(({ from: _f, overrides: _o, ...each }) => each) });
    expect(bare(resolvedWith('second', [alone]))).toEqual(bare(resolvedWith('second', [first, second])));
  });

  it('keeps what is switched off, until a nearer layer says it anew', () => {
    const off = { ...first, off: ['size.people', 'plaza.area'] };
    const alone = folded(second, [off]);
    expect(alone.off).toEqual(['size.people']);
    const state = (profile: ResolvedProfile) => profile.rules.filter((rule) => rule.off).map(({ id }) => id);
    expect(state(resolvedWith('second', [alone]))).toEqual(state(resolvedWith('second', [off, second])));
  });

  it('leaves one that stands on a shipped one as it is', () => {
    expect(folded(first, [first])).toBe(first);
  });
});

describe('withoutOwn', () => {
  const settings = { ...DEFAULT_RULES, profile: 'second', own: [first, second], references: ['national'] };

  it('goes back to what it stood on', () => {
    expect(withoutOwn(settings, 'second')).toMatchObject({ ok: true, settings: { profile: 'first', own: [{ id: 'first' }], references: ['national'] } });
    expect(withoutOwn({ ...settings, own: [first], profile: 'first' }, 'first')).toMatchObject({ ok: true, settings: { profile: 'xian', own: [] } });
  });

  it('keeps one that another stands on', () => {
    expect(withoutOwn(settings, 'first')).toEqual({ ok: false, neededBy: second.title });
  });

  it('leaves the choice where another was chosen, and drops the reference', () => {
    const reference: Profile = { ...first, id: 'beside', role: 'reference' };
    expect(withoutOwn({ ...settings, own: [reference], profile: 'weihai', references: ['beside', 'national'] }, 'beside')).toMatchObject({ ok: true, settings: { profile: 'weihai', references: ['national'] } });
  });
});

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('that holds a profile is read, with or without a byte-order mark', () => {
    for (const mark of ['', '\ufeff']) expect(readProfileBytes(bytes(mark + JSON.stringify(first)))).toEqual({ kind: 'read', profile: first });
  });

  it('that holds none says why and where', () => {
    expect(readProfileBytes(new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]))).toEqual({ kind: 'unread', why: { kind: 'notUtf8' } });
    expect(readProfileBytes(bytes(''))).toMatchObject({ kind: 'unread', why: { kind: 'notJson' } });
    expect(readProfileBytes(bytes('[1,\n2'))).toMatchObject({ kind: 'unread', why: { kind: 'notJson', at: { line: 2 } } });
    expect(readProfileBytes(bytes('{"__proto__": {"id": "a"}}'))).toMatchObject({ kind: 'refused' });
    expect(readProfileBytes(bytes(JSON.stringify({ ...first, rules: [{ ...first.rules[0], metric: 'nonsense' }] })))).toMatchObject({ kind: 'refused', problems: [{ member: 'rules[0].metric', found: 'nonsense' }] });
  });

  it('with brackets without end is no reason to fall over', () => {
    expect(readProfileBytes(bytes('['.repeat(200_000)))).toMatchObject({ kind: 'unread' });
  });

  it('every shipped profile reads from its text', () => {
    for (const profile of shippedProfiles().values()) expect(readProfileBytes(bytes(JSON.stringify(profile)))).toEqual({ kind: 'read', profile });
  });
});
