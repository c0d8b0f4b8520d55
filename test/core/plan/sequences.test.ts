/**
 * Random sequences of all commands, undone, redone, forked and switched, on generated cities and on the sample: whatever is done, the
 * coverage keeps its invariants, no household is lost, the base comes back as the very object it was, and the log gives the plan again.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { pick, seededRandom } from '../../../data/generator/random.ts';
import { checkCoverage } from '../../../src/core/coverage/check.ts';
import { validateCoverage } from '../../../src/core/coverage/validate.ts';
import { openFigures, updateFigures, type Figures } from '../../../src/core/households/figures.ts';
import { applyCommand } from '../../../src/core/plan/apply.ts';
import { COMMAND_SHAPES } from '../../../src/core/plan/commandShapes.ts';
import { canUndo, commit, headPlan, openHistory, redo, revisionAt, undo } from '../../../src/core/plan/history.ts';
import { toLog, type LogEntry, type Pointers } from '../../../src/core/plan/log.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { replay } from '../../../src/core/plan/replay.ts';
import type { History } from '../../../src/core/plan/revision.ts';
import { fork, switchTo } from '../../../src/core/plan/scenarios.ts';
import { finish } from '../../../src/core/progress.ts';
import { aCityPlan, PARENTS, theSample, type CityPlan } from '../../builders/cityPlan.ts';
import { must, STAMP } from '../../builders/history.ts';
import { randomCommand } from '../../builders/randomCommands.ts';
import { writtenPlan } from '../../builders/written.ts';
import { expectExportSound, expectFacesSettled, expectOuterLineKept, expectSumsKept } from './invariants.ts';

const STEPS = 350;
const SEEDS_PER_KIND = 4;
/** Steps between two looks that cost more. */
const NODING_EVERY = 25;
const EXPORT_EVERY = 40;

const outcomes = new Map<string, number>();

afterAll(() => {
  const lines = [...outcomes].sort(([p], [q]) => p.localeCompare(q)).map(([name, count]) => `${name} ${count}`);
  console.info(`${total()} commands, ${total('ok')} carried out: ${lines.join(', ')}`);
});

describe('on generated cities', () => {
  const kinds = PARENTS.flatMap((parent) => [false, true].map((dirty) => ({ parent, dirty, name: `${dirty ? 'dirty' : 'clean'}, parent: ${parent}` })));
  const runs = kinds.flatMap((kind, k) => Array.from({ length: SEEDS_PER_KIND }, (_, seed) => ({ ...kind, seed: 100 * k + seed + 1 })));

  test.each(runs)('$name, seed $seed', ({ parent, dirty, seed }) => {
    playSequence(aCityPlan({ seed, dirty, parent, communities: 60 + 10 * (seed % 3), verticesPerCommunity: 24 }), seed, STEPS);
  });
});

describe('on the sample', () => {
  test.each([
    { file: 'communities', parent: 'subdistricts', seed: 1 },
    { file: 'communities-defects', parent: 'district', seed: 2 },
  ] as const)('$file within $parent', ({ file, parent, seed }) => {
    playSequence(theSample(file, parent), seed, STEPS);
  });
});

test('at least 10,000 commands, and all there are', () => {
  expect(total()).toBeGreaterThan(10_000);
  const carriedOut = new Set([...outcomes.keys()].filter((name) => name.endsWith(' ok')).map((name) => name.split(' ')[0]));
  expect([...carriedOut].sort()).toEqual(Object.keys(COMMAND_SHAPES).sort());
});

function total(outcome = ''): number {
  return [...outcomes].filter(([name]) => name.endsWith(outcome)).reduce((sum, [, count]) => sum + count, 0);
}

function playSequence(city: CityPlan, seed: number, steps: number): void {
  const { base, dataset, layer, parent } = city;
  const random = seededRandom(seed * 31 + 7);
  const atoms = dataset.atoms.map(({ id }) => id);
  const known = finish(checkCoverage({ units: layer, parent })).defects.filter(({ severity }) => severity === 'error');
  expect(validateCoverage(base.coverage)).toEqual([]);
  const atFirst = finish(openFigures(dataset, base));
  const baseText = writtenPlan(base);
  /** Where scenarios were forked off, as it was then. */
  const forks: { revision: number; plan: Plan; text: string }[] = [];

  let history = openHistory(base, '方案甲');
  let figures = atFirst;
  for (let step = 0; step < steps; step++) {
    const chance = random();
    const before = headPlan(history);
    if (chance < 0.05) history = undo(history);
    else if (chance < 0.08) history = redo(history);
    else if (chance < 0.09) {
      forks.push({ revision: history.scenarios.find(({ id }) => id === history.current)!.head, plan: before, text: writtenPlan(before) });
      history = must(fork(history, `方案${step}`, null));
      expect(headPlan(history)).toBe(before);
    } else if (chance < 0.105) history = must(switchTo(history, pick(random, history.scenarios).id));
    else history = carriedOut(history, city, seed, step, randomCommand(before, random, step, atoms));
    const plan = headPlan(history);
    if (plan === before) continue;
    figures = updateFigures(figures, plan);
    expectSumsKept(figures, atFirst);
    if (step % EXPORT_EVERY === 0) expectExportSound(base, plan, layer, parent, known);
  }

  expect(validateCoverage(headPlan(history).coverage)).toEqual([]);
  expectOuterLineKept(headPlan(history).coverage, base.coverage);
  expectExportSound(base, headPlan(history), layer, parent, known);
  expectTreeKept(history, base, baseText, forks);
  expectFiguresBack(history, figures, atFirst);
}

function carriedOut(history: History, { base }: CityPlan, seed: number, step: number, command: Parameters<typeof applyCommand>[1]): History {
  const before = headPlan(history);
  const result = commit(history, command, STAMP, applyCommand);
  const outcome = `${command.type} ${result.ok ? 'ok' : result.rejection.code}`;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (!result.ok) {
    expect(headPlan(history)).toBe(before);
    return history;
  }
  const { coverage } = headPlan(result.history);
  expect(validateCoverage(coverage, step % NODING_EVERY === 0), `seed ${seed}, step ${step}: ${JSON.stringify(command)}`).toEqual([]);
  expectFacesSettled(headPlan(result.history));
  if (step % NODING_EVERY === 0) expectOuterLineKept(coverage, base.coverage);
  return result.history;
}

/** Undone to the base, replayed from the log, and where forks left it. */
function expectTreeKept(history: History, base: Plan, baseText: string, forks: readonly { revision: number; plan: Plan; text: string }[]): void {
  const { log, pointers } = JSON.parse(JSON.stringify(toLog(history))) as { log: LogEntry[]; pointers: Pointers };
  const again = replay(base, log, pointers, applyCommand);
  expect([again.skipped, again.fallen]).toEqual([[], []]);
  for (const { id, head } of history.scenarios) {
    const replayed = again.history.scenarios.find((scenario) => scenario.id === id)!;
    expect(replayed.head).toBe(head);
    expect(writtenPlan(revisionAt(again.history, head).plan)).toBe(writtenPlan(revisionAt(history, head).plan));
    let back = must(switchTo(history, id));
    while (canUndo(back)) back = undo(back);
    expect(headPlan(back)).toBe(base);
  }
  for (const { revision, plan, text } of forks) {
    expect(revisionAt(history, revision).plan).toBe(plan);
    expect(writtenPlan(plan)).toBe(text);
  }
  expect(writtenPlan(base)).toBe(baseText);
}

/** Figures kept up all the way, led back to the base, are those of the load. */
function expectFiguresBack(history: History, figures: Figures, atFirst: Figures): void {
  const back = updateFigures(figures, revisionAt(history, 0).plan);
  expect([...back.tallies]).toEqual([...atFirst.tallies]);
  expect(back.groups).toEqual(atFirst.groups);
}
