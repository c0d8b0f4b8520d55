/** What stands between the plan, the autosave and project files. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogEntry, Pointers } from '../../src/core/plan/log.ts';
import { MADE_BY } from '../../src/io/project/madeBy.ts';
import { filePrint, filesPrint } from '../../src/state/fingerprint.ts';
import { readKeptDraft, type KeptDraft } from '../../src/state/plan/keptDraft.ts';
import { isWithin } from '../../src/state/project/sameSteps.ts';

const entry = (id: number, name = 'a'): LogEntry => ({ id, parent: id - 1, command: { type: 'rename', community: 'x', name }, stamp: { by: '', when: '' } });
const pointers = (head: number): Pointers => ({ scenarios: [{ id: 0, name: '方案甲', base: 0, head, undone: [], deleted: false }], current: 0 });

describe('steps that others take the place of', () => {
  it('are within the others where every step and every scenario is there', () => {
    const ours = { log: [entry(1)], pointers: pointers(1) };
    expect(isWithin(ours, ours)).toBe(true);
    expect(isWithin({ log: [], pointers: null }, { log: [], pointers: null })).toBe(true);
    expect(isWithin(ours, { log: [entry(1), entry(2)], pointers: { ...pointers(1), scenarios: [...pointers(1).scenarios, { ...pointers(2).scenarios[0]!, id: 1 }] } })).toBe(true);
    expect(isWithin(ours, { log: [entry(1), entry(2)], pointers: pointers(2) })).toBe(false);
    expect(isWithin(ours, { log: [entry(1, 'b')], pointers: pointers(1) })).toBe(false);
    expect(isWithin(ours, { log: [], pointers: null })).toBe(false);
  });
});

describe('work that was not committed', () => {
  const draft: KeptDraft = {
    head: 2, tool: 'reshape', selected: [3], boundary: [3, 4], handle: { path: 0, index: 2, middle: false }, moved: [108.9, 34.2], stretch: false, line: [],
    paintKind: 'compound', picked: [{ id: 5, name: '锦绣园', households: null }], target: null, lasso: false,
    parts: [{ name: '二社区', ground: [{ at: [108.9, 34.2] }], households: 300 }],
    command: { type: 'moveVertex', from: [108.9, 34.2], to: [108.91, 34.2] },
  };

  it('is read as it was kept', () => {
    expect(readKeptDraft(structuredClone(draft))).toEqual(draft);
  });

  it('is left alone where it is none of ours', () => {
    for (const bad of [null, undefined, 1, 'x', {}, [], { ...draft, tool: 'laser' }, { ...draft, line: [[999, 0]] }, { ...draft, command: { type: 'explode' } }, { ...draft, extra: 1 }]) {
      expect(readKeptDraft(bad)).toBeNull();
    }
  });
});

it('names files by their bytes, in whatever order they come', () => {
  const [a, b] = ['a', 'b'].map((text) => filePrint(new TextEncoder().encode(text).buffer)) as [string, string];
  expect(a).not.toBe(b);
  expect(filesPrint([a, b])).toBe(filesPrint([b, a]));
  expect(filesPrint([a])).not.toBe(filesPrint([a, b]));
});

it('project files say which version made them', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(MADE_BY).toBe(`Sizhi ${version}`);
});
