import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canRedo, canUndo, commit, goTo, headPlan, lineTo, openHistory, redo, revisionAt, stepsOf, undo,
} from '../../../src/core/plan/history.ts';
import { toLog } from '../../../src/core/plan/log.ts';
import { replay } from '../../../src/core/plan/replay.ts';
import type { History } from '../../../src/core/plan/revision.ts';
import { deleteScenario, fork, rename, restoreScenario, switchTo } from '../../../src/core/plan/scenarios.ts';
import { aCommand, aPlan, applyBut, must, namesIn, play, STAMP } from '../../builders/history.ts';

const base = aPlan();
const start = openHistory(base, '方案甲');
const names = (history: History): string => namesIn(headPlan(history)).join('');
const steps = (history: History): string => stepsOf(history).map(({ revision, undone }) => (undone ? `(${revision.id})` : String(revision.id))).join(' ');
const code = (result: { ok: true } | { ok: false; rejection: { code: string } }): string => (result.ok ? 'ok' : result.rejection.code);

/** The invariants that history.ts states. */
function expectSound(history: History): void {
  history.revisions.forEach((revision, index) => {
    expect(revision.id).toBe(index);
    if (index > 0) expect(revision.parent).toBeLessThan(index);
    if (index > 0 && !revision.skipped) expect(revision.depth).toBe(revisionAt(history, revision.parent!).depth + 1);
  });
  for (const { head, undone, base: from } of history.scenarios) {
    let parent = head;
    for (const id of undone.toReversed()) {
      expect(revisionAt(history, id).parent).toBe(parent);
      parent = id;
    }
    for (const id of [head, ...undone]) expect(revisionAt(history, id).skipped).toBeUndefined();
    revisionAt(history, from);
  }
  const standing = history.scenarios.filter(({ deleted }) => !deleted);
  expect(new Set(standing.map(({ name }) => name)).size).toBe(standing.length);
  if (history.current !== null) expect(standing.map(({ id }) => id)).toContain(history.current);
}

describe('undo and redo', () => {
  test('back to the base gives the same object', () => {
    const history = play(start, 'a b c < < <');
    expect(headPlan(history)).toBe(base);
    expect([canUndo(history), canRedo(history)]).toEqual([false, true]);
    expect(undo(history)).toBe(history);
    expect(steps(history)).toBe('(1) (2) (3)');
  });

  test('redo gives the same objects again, in order', () => {
    const made = play(start, 'a b c');
    const again = play(made, '< < > >');
    expect(headPlan(again)).toBe(headPlan(made));
    expect(redo(again)).toBe(again);
    expect(steps(play(made, '< <'))).toBe('1 (2) (3)');
  });

  test('a commit after an undo begins a branch; the undone stays in the tree', () => {
    const history = play(start, 'a b < c');
    expect(names(history)).toBe('ac');
    expect(canRedo(history)).toBe(false);
    expect(history.revisions).toHaveLength(4);
    expect(toLog(history).log.map(({ id, parent }) => [id, parent])).toEqual([[1, 0], [2, 1], [3, 1]]);
    expectSound(history);
  });

  test('a rejected command changes nothing', () => {
    const result = commit(play(start, 'a'), aCommand('x'), STAMP, applyBut('x'));
    expect(result).toEqual({ ok: false, rejection: { code: 'nameTaken', subjects: ['x'] } });
  });

  test('goes to a revision of the line, both ways', () => {
    const history = play(start, 'a b c d');
    const back = must(goTo(history, 1));
    expect([names(back), steps(back)]).toEqual(['a', '1 (2) (3) (4)']);
    expect(names(must(goTo(back, 3)))).toBe('abc');
    expect(steps(must(goTo(back, 3)))).toBe('1 2 3 (4)');
    expect(must(goTo(back, 1))).toBe(back);
    expect(names(must(goTo(back, 0)))).toBe('');
    expect(code(goTo(play(history, '< e'), 4))).toBe('noRevision');
    expect(code(goTo(history, 99))).toBe('noRevision');
  });
});

describe('scenarios', () => {
  test('a fork leaves its parent untouched, and undoes beyond where it branched', () => {
    const made = play(start, 'a b');
    const forked = play(made, 'fork:方案乙 c');
    expect(names(forked)).toBe('abc');
    expect(names(play(forked, 'open:0'))).toBe('ab');
    expect(forked.scenarios[0]).toBe(made.scenarios[0]);
    expect(forked.scenarios[1]).toMatchObject({ id: 1, name: '方案乙', base: 2, head: 3 });
    expect(headPlan(play(forked, '< < <'))).toBe(base);
    expect(names(play(forked, '< < < open:0'))).toBe('ab');
  });

  test('a fork from any revision, from the base too', () => {
    const history = play(start, 'a b < c');
    expect(names(must(fork(history, '方案乙', 2)))).toBe('ab');
    expect(names(must(fork(must(switchTo(history, null)), '方案乙', null)))).toBe('');
    expect(code(fork(history, '方案乙', 9))).toBe('noRevision');
  });

  test('names are unique among those that stand', () => {
    const two = play(start, 'fork:方案乙');
    expect(fork(two, ' 方案甲 ', null)).toEqual({ ok: false, rejection: { code: 'scenarioNameTaken', subjects: ['方案甲'] } });
    expect(code(rename(two, 0, '方案乙'))).toBe('scenarioNameTaken');
    expect(code(rename(two, 0, '  '))).toBe('noName');
    expect(must(rename(two, 0, ' 方案甲'))).toBe(two);
    expect(must(rename(two, 0, '方案丙')).scenarios[0]!.name).toBe('方案丙');
    const gone = must(deleteScenario(two, 0));
    const taken = must(fork(gone, '方案甲', null));
    expect(must(restoreScenario(taken, 0)).scenarios[0]).toMatchObject({ name: '方案甲（2）', deleted: false });
  });

  test('the last one stays; the open one makes way for the one before it', () => {
    expect(code(deleteScenario(start, 0))).toBe('lastScenario');
    const three = play(start, 'a fork:乙 fork:丙');
    expect(must(deleteScenario(three, 2)).current).toBe(1);
    expect(must(deleteScenario(must(deleteScenario(three, 2)), 1)).current).toBe(0);
    expect(must(deleteScenario(play(three, 'open:0'), 0)).current).toBe(1);
    expect(must(deleteScenario(three, 0)).current).toBe(2);
    const gone = must(deleteScenario(three, 1));
    expect([code(switchTo(gone, 1)), code(rename(gone, 1, '丁')), code(deleteScenario(gone, 1)), code(restoreScenario(gone, 7))])
      .toEqual(['noScenario', 'noScenario', 'noScenario', 'noScenario']);
    expect(must(restoreScenario(gone, 2))).toBe(gone);
  });

  test('on the base nothing can be edited', () => {
    const looked = must(switchTo(play(start, 'a'), null));
    expect(code(commit(looked, aCommand('b'), STAMP, applyBut()))).toBe('noScenario');
    expect(code(goTo(looked, 0))).toBe('noScenario');
    expect([undo(looked), redo(looked)]).toEqual([looked, looked]);
    expect([headPlan(looked), stepsOf(looked)]).toEqual([base, []]);
  });
});

describe('replay', () => {
  const history = play(start, 'a b fork:方案乙 c d < < open:0 < e');

  test('gives the history again, numbers and all', () => {
    const { log, pointers } = toLog(history);
    const again = replay(base, log, pointers, applyBut());
    expect(again).toMatchObject({ skipped: [], fallen: [] });
    expect(again.history).toEqual(history);
    expect(again.history.revisions[0]!.plan).toBe(base);
  });

  test('skips what no longer applies and all that follows, and says where it now stands', () => {
    const { log, pointers } = toLog(history);
    const { history: now, skipped, fallen } = replay(base, log, pointers, applyBut('c'));
    expect(skipped.map(({ entry, rejection }) => [entry.id, rejection.code])).toEqual([[3, 'nameTaken'], [4, 'earlierStepSkipped']]);
    expect(fallen).toEqual([]);
    expect(names(play(now, 'open:1'))).toBe('ab');
    expect(canRedo(play(now, 'open:1'))).toBe(false);
    expectSound(now);
    expect(toLog(now)).toEqual({ log, pointers });
    expect(code(fork(now, '丙', 3))).toBe('noRevision');
    expect(code(goTo(play(now, 'open:1'), 3))).toBe('noRevision');
  });

  test('a head that was skipped falls back, remembers its place, and forgets it once moved', () => {
    const { log, pointers } = toLog(play(start, 'a b c d <'));
    const { history: now, fallen } = replay(base, log, pointers, applyBut('b'));
    expect(fallen).toEqual([{ scenario: 0, name: '方案甲', storedHead: 3, head: 1 }]);
    expect(names(now)).toBe('a');
    expect(toLog(now)).toEqual({ log, pointers });
    expect(toLog(must(rename(now, 0, '丙'))).pointers.scenarios[0]).toMatchObject({ head: 3, undone: [4] });
    const grown = play(now, 'f');
    expect(grown.revisions.at(-1)).toMatchObject({ id: 5, parent: 1, depth: 2 });
    expect(toLog(grown).pointers.scenarios[0]).toMatchObject({ head: 5, undone: [] });
    expectSound(grown);
    // A program that can carry the step out again finds everything.
    expect(names(replay(base, log, pointers, applyBut()).history)).toBe('abc');
  });

  test('takes a log with holes, pointers to nowhere and numbers out of bounds', () => {
    const { log } = toLog(play(start, 'a b c'));
    const holed = [log[0]!, log[2]!, { ...log[0]!, id: 1 }, { ...log[0]!, id: 4e9 }];
    const pointers = { scenarios: [{ id: 0, name: '甲', base: 77, head: 9, undone: [3, 8], deleted: false }], current: 5 };
    const { history: now, skipped } = replay(base, holed, pointers, applyBut());
    expect(skipped.map(({ entry, rejection }) => [entry.id, rejection.code])).toEqual([[1, 'noRevision'], [3, 'earlierStepSkipped'], [4e9, 'noRevision']]);
    expect(now.revisions).toHaveLength(4);
    expect(now.scenarios[0]).toMatchObject({ base: 0, head: 0, undone: [] });
    expect(now.current).toBeNull();
    expectSound(now);
    expect(toLog(now).log.map(({ id }) => id)).toEqual([1, 3]);
  });
});

describe('whatever is done', () => {
  const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c', 'x', 'y') }, { weight: 4, arbitrary: fc.constantFrom('<', '>') }, fc.constantFrom('fork', 'open', 'go', 'delete', 'restore', 'rename'));
  const deeds = fc.array(fc.tuple(word, fc.nat(40)), { maxLength: 40 });

  function doAll(list: readonly (readonly [string, number])[]): History {
    return list.reduce<History>((history, [verb, number]) => {
      const scenario = number % history.scenarios.length;
      const result = verb === 'fork' ? fork(history, `方案${history.scenarios.length}`, number % 3 === 0 ? null : number % history.revisions.length)
        : verb === 'open' ? switchTo(history, scenario)
        : verb === 'go' ? goTo(history, number % history.revisions.length)
        : verb === 'delete' ? deleteScenario(history, scenario)
        : verb === 'restore' ? restoreScenario(history, scenario)
        : verb === 'rename' ? rename(history, scenario, `名${number}`)
        : null;
      if (result) return result.ok ? result.value : history;
      return play(history, verb);
    }, start);
  }

  test('the tree is sound, nothing is lost, replay gives it again', () => {
    fc.assert(fc.property(deeds, (list) => {
      const history = doAll(list);
      expectSound(history);
      const { log, pointers } = toLog(history);
      expect(log).toHaveLength(list.filter(([verb]) => 'abcxy'.includes(verb)).length);
      expect(replay(base, log, pointers, applyBut()).history).toEqual(history);
    }), { seed: 20261122, numRuns: 150 });
  });

  test('the line of a revision is what its plan is made of', () => {
    fc.assert(fc.property(deeds, (list) => {
      const history = doAll(list);
      for (const { id, plan } of history.revisions) {
        expect(lineTo(history, id).map(({ command }) => (command?.type === 'rename' ? command.name : ''))).toEqual([...namesIn(plan)]);
      }
    }), { seed: 7, numRuns: 60 });
  });

  test('skipping any steps leaves a sound tree that is written as it was read', () => {
    fc.assert(fc.property(deeds, fc.subarray(['a', 'b', 'c', 'x', 'y']), (list, refused) => {
      const { log, pointers } = toLog(doAll(list));
      const { history, skipped } = replay(base, log, pointers, applyBut(...refused));
      expectSound(history);
      expect(toLog(history)).toEqual({ log, pointers });
      for (const { entry } of skipped) expect(history.revisions[entry.id]!.skipped).toBe(true);
    }), { seed: 11, numRuns: 150 });
  });
});
