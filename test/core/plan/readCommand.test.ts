import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, CommandType } from '../../../src/core/plan/command.ts';
import { COMMAND_SHAPES } from '../../../src/core/plan/commandShapes.ts';
import { readCommand } from '../../../src/core/plan/readCommand.ts';
import { readLogEntry, readPointers } from '../../../src/core/plan/readLog.ts';
import { aCommand, must, STAMP } from '../../builders/history.ts';

const at = [108.9, 34.2] as const;
const path = [[108.9, 34.2], [108.91, 34.21]] as const;

/** One of each type, with every member. */
const ALL: { [T in CommandType]: Extract<Command, { type: T }> } = {
  reshape: { type: 'reshape', communities: ['甲', '乙'], path },
  moveVertex: { type: 'moveVertex', from: at, to: at },
  cut: { type: 'cut', line: path, within: ['甲'] },
  assign: { type: 'assign', ground: [{ at }, { rings: [path, path] }], to: null, from: ['甲', null] },
  split: { type: 'split', community: '甲', line: path, name: '丙', keep: 'left' },
  splitByGround: { type: 'splitByGround', community: '甲', parts: [{ name: '丙', ground: [{ at }] }] },
  merge: { type: 'merge', communities: ['甲', '乙'], into: '甲', name: '丙', kind: 'rural', joinVillages: true },
  handOver: { type: 'handOver', community: '甲', at, to: '乙' },
  form: { type: 'form', name: '丁', ground: [{ rings: [path] }], subdistrict: '东街道', kind: 'urban' },
  attach: { type: 'attach', compound: '小区', to: '甲', ground: { at }, until: '2027-01-01', note: '暂管' },
  endAttachment: { type: 'endAttachment', attachment: '代管-1' },
  convertVillage: { type: 'convertVillage', community: '甲', name: '甲社区' },
  rename: { type: 'rename', community: '甲', name: '戊' },
  lock: { type: 'lock', communities: ['甲'], locked: false },
  repair: { type: 'repair', faces: [{ at, to: null, defect: 'G1-1' }], match: ['甲'] },
  declareGround: { type: 'declareGround', ground: [{ at }], groundKind: 'water', name: '水面' },
  declareException: { type: 'declareException', kind: 'pieces', communities: ['甲'], role: '测试员甲', reason: '历史' },
  withdrawException: { type: 'withdrawException', exception: '例外-1' },
  countPart: { type: 'countPart', atom: '楼-1', community: '甲', households: 12, people: null, source: '入户' },
  changeRule: { type: 'changeRule', of: 'rule', entry: 'size.households', values: [{ member: 'bound.max', value: 4500 }], role: '测试员甲', reason: '试算' },
  restoreRule: { type: 'restoreRule', of: 'rule', entry: 'size.households' },
  giveFact: { type: 'giveFact', community: '甲', fact: 'workers', value: 12, source: '花名册', role: '民政科', asOf: '2026-03' },
  setApproval: { type: 'setApproval', community: '甲', mark: 'planned', key: '3', date: '2026-03-15' },
  placeFacility: { type: 'placeFacility', category: 'school', name: '拟建学校', at, areaSquareMetres: 1200 },
  moveFacility: { type: 'moveFacility', facility: '拟建-1', to: at },
  removeFacility: { type: 'removeFacility', facility: '拟建-1' },
};
const refusal = (value: unknown) => {
  const result = readCommand(value);
  return result.ok ? 'ok' : `${result.rejection.code} ${result.rejection.member ?? ''} ${result.rejection.subjects?.join(',') ?? ''} → ${result.rejection.expected ?? ''}`;
};
const parsed = (json: string): unknown => JSON.parse(json);

describe('every command', () => {
  test.each(Object.values(ALL))('$type comes through whole and fresh, members in one order', (command) => {
    const shuffled = Object.fromEntries(Object.entries(command).reverse());
    const value = must(readCommand(shuffled));
    expect(value).toEqual(command);
    expect(JSON.stringify(value)).toBe(JSON.stringify(must(readCommand(parsed(JSON.stringify(command))))));
    expect(Object.keys(value)).toEqual(['type', ...Object.keys(COMMAND_SHAPES[command.type])]);
    expect(value).not.toBe(shuffled);
  });

  test.each(Object.values(ALL))('$type without one of its members is refused, or does without it', (command) => {
    const shape = COMMAND_SHAPES[command.type] as Record<string, unknown>;
    for (const member of Object.keys(command)) {
      const { [member as 'type']: _, ...rest } = command;
      const result = readCommand(rest);
      if (member === 'type') expect(result).toMatchObject({ ok: false, rejection: { code: 'unknownCommand', member: 'type' } });
      else if (typeof shape[member] === 'function') expect(result).toMatchObject({ ok: false, rejection: { code: 'badCommand', member, subjects: ['undefined'] } });
      else expect(result).toEqual({ ok: true, value: rest });
    }
  });

  test.each(Object.values(ALL))('$type with an unknown or inherited member is refused', (command) => {
    expect(refusal({ ...command, clock: 1 })).toMatch(/^badCommand clock clock → type /);
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const json = JSON.stringify(command).replace(/^\{/, `{${JSON.stringify(key)}:{"type":"cut"},`);
      expect(refusal(parsed(json))).toMatch(new RegExp(`^badCommand ${key}`));
    }
    expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
  });
});

describe('what is refused', () => {
  test.each([
    [null, 'badCommand  null → object'],
    [[ALL.cut], 'badCommand  array → object'],
    ['cut', 'badCommand  string → object'],
    [Object.create({ type: 'rename', community: '甲', name: '乙' }), 'badCommand  object → object'],
    [{ type: 'constructor' }, 'unknownCommand type constructor → reshape moveVertex'],
    [{ type: '__proto__' }, 'unknownCommand type __proto__ → reshape'],
    [{ type: 7 }, 'unknownCommand type number → reshape'],
    [{ ...ALL.rename, name: 5 }, 'badCommand name number → text'],
    [{ ...ALL.rename, name: '长'.repeat(501) }, 'badCommand name 501 → ≤ 500'],
    [{ ...ALL.moveVertex, to: [181, 0] }, 'badCommand to[0] 181 → -180…180'],
    [{ ...ALL.moveVertex, to: [0, -90.5] }, 'badCommand to[1] -90.5 → -90…90'],
    [{ ...ALL.moveVertex, to: [NaN, 0] }, 'badCommand to[0] NaN → -180…180'],
    [{ ...ALL.moveVertex, to: [Infinity, 0] }, 'badCommand to[0] Infinity → -180…180'],
    [{ ...ALL.moveVertex, to: ['1', 0] }, 'badCommand to[0] string → number'],
    [{ ...ALL.moveVertex, to: [1, 2, 3] }, 'badCommand to 3 → 2'],
    [{ ...ALL.cut, line: Array(100_001).fill([0, 0]) }, 'badCommand line 100001 → ≤ 100000'],
    [{ ...ALL.cut, line: Array(4_000_000_000) }, 'badCommand line 4000000000 → ≤ 100000'],
    [{ ...ALL.cut, line: Array(3) }, 'badCommand line[0] undefined → array'],
    [{ ...ALL.lock, communities: Array(10_001).fill('甲') }, 'badCommand communities 10001 → ≤ 10000'],
    [{ ...ALL.reshape, communities: ['甲'] }, 'badCommand communities 1 → 2'],
    [{ ...ALL.assign, ground: [{ at, rings: [] }] }, 'badCommand ground[0].at at → rings'],
    [{ ...ALL.assign, ground: [{}] }, 'badCommand ground[0].at undefined → array'],
    [{ ...ALL.assign, ground: [3] }, 'badCommand ground[0] number → at rings'],
    [{ ...ALL.splitByGround, parts: [{ name: '丙', ground: [{ rings: [[[0, 91]]] }] }] }, 'badCommand parts[0].ground[0].rings[0][0][1] 91 → -90…90'],
    [{ ...ALL.split, keep: 'top' }, 'badCommand keep top → left right'],
    [{ ...ALL.declareException, kind: 'toString' }, 'badCommand kind toString → pieces'],
    [{ ...ALL.lock, locked: 1 }, 'badCommand locked number → true false'],
    [{ ...ALL.countPart, households: -1 }, 'badCommand households -1 → 0…'],
  ])('%#', (value, start) => {
    expect(refusal(value)).toContain(start);
  });

  test('an absent optional member and an undefined one are the same', () => {
    expect(must(readCommand({ ...ALL.cut, within: undefined }))).toEqual({ type: 'cut', line: path });
    expect('within' in must(readCommand({ ...ALL.cut, within: undefined }))).toBe(false);
  });

  test('characters are counted, not halves of them', () => {
    expect(refusal({ ...ALL.rename, name: '𠮷'.repeat(500) })).toBe('ok');
    expect(refusal({ ...ALL.rename, name: '𠮷'.repeat(501) })).toContain('≤ 500');
  });

  test('minus zero is zero', () => {
    expect(must(readCommand({ ...ALL.moveVertex, to: [-0, 0] }))).toEqual({ ...ALL.moveVertex, to: [0, 0] });
  });

  test('no value whatever makes it throw', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }), fc.constantFrom(...Object.keys(ALL)), (value, type) => {
      readCommand(value);
      readCommand({ ...ALL[type as CommandType], ...(typeof value === 'object' ? value : { x: value }) });
      readLogEntry(value);
      readPointers(value);
    }), { seed: 3, numRuns: 500 });
  });
});

describe('what a log holds', () => {
  const entry = { id: 3, parent: 1, command: aCommand('a'), stamp: STAMP };
  const objection = (value: unknown) => {
    const result = readLogEntry(value);
    return result.ok ? 'ok' : `${result.rejection.member ?? ''} ${result.rejection.subjects?.join(',') ?? ''} → ${result.rejection.expected ?? ''}`;
  };

  test('entries', () => {
    expect(must(readLogEntry(parsed(JSON.stringify(entry))))).toEqual(entry);
    expect(objection({ ...entry, id: 0 })).toBe('id 0 → 1…200000');
    expect(objection({ ...entry, id: 1e9 })).toBe('id 1000000000 → 1…200000');
    expect(objection({ ...entry, id: 1.5 })).toBe('id 1.5 → integer');
    expect(objection({ ...entry, parent: 3 })).toBe('parent 3 → < 3');
    expect(objection({ ...entry, command: { ...entry.command, name: 1 } })).toBe('command.name number → text');
    expect(objection({ ...entry, command: 'x' })).toBe('command string → object');
    expect(objection({ ...entry, stamp: null })).toBe('stamp null → object');
    expect(objection({ ...entry, plan: {} })).toContain('plan plan → id parent');
  });

  test('pointers', () => {
    const pointers = { scenarios: [{ id: 0, name: '方案甲', base: 0, head: 3, undone: [5, 4], deleted: false }], current: 0 };
    expect(must(readPointers(parsed(JSON.stringify(pointers))))).toEqual(pointers);
    expect(readPointers({ ...pointers, current: 'x' })).toMatchObject({ ok: false, rejection: { member: 'current' } });
    expect(readPointers({ scenarios: [{ ...pointers.scenarios[0], undone: [-1] }], current: null })).toMatchObject({ ok: false, rejection: { member: 'scenarios[0].undone[0]' } });
  });
});
