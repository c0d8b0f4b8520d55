/** Histories without ground: a plan is the list of names that were given to it, a command gives one. */
import type { Command } from '../../src/core/plan/command.ts';
import { commit, goTo, redo, undo, type Apply } from '../../src/core/plan/history.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { done, rejected, type Result } from '../../src/core/plan/rejection.ts';
import type { History, Stamp } from '../../src/core/plan/revision.ts';
import { fork, switchTo } from '../../src/core/plan/scenarios.ts';

interface FakePlan { readonly names: readonly string[] }

export function aPlan(...names: string[]): Plan {
  return { names } as unknown as Plan;
}

export function namesIn(plan: Plan): readonly string[] {
  return (plan as unknown as FakePlan).names;
}

export function aCommand(name: string): Command {
  return { type: 'rename', community: '拟-1', name };
}

/** Refuses commands whose name is among `refused`. */
export function applyBut(...refused: string[]): Apply {
  return (plan, command) => {
    const name = command.type === 'rename' ? command.name : command.type;
    return refused.includes(name) ? rejected('nameTaken', { subjects: [name] }) : done(aPlan(...namesIn(plan), name));
  };
}

export const STAMP: Stamp = { by: '测试员甲', when: '2026-11-22T09:30:00+08:00' };

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Rejected: ${JSON.stringify(result.rejection)}`);
  return result.value;
}

/** Does what a line says: `a b < < c > fork:乙 d go:1 open:0`: names are committed, `<` undoes, `>` redoes. */
export function play(history: History, line: string, apply: Apply = applyBut()): History {
  return line.split(' ').filter((word) => word !== '').reduce((at, word) => {
    const [verb, operand] = word.split(':');
    if (word === '<') return undo(at);
    if (word === '>') return redo(at);
    if (verb === 'fork') return must(fork(at, operand!, null));
    if (verb === 'go') return must(goTo(at, Number(operand)));
    if (verb === 'open') return must(switchTo(at, Number(operand)));
    const result = commit(at, aCommand(word), STAMP, apply);
    if (!result.ok) throw new Error(`Rejected: ${result.rejection.code}`);
    return result.history;
  }, history);
}
