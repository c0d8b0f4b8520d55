/** Plan and command in, plan or reason out. The same call greys a button, draws a draft and replays a log. */
import { TooFine } from '../coverage/sound.ts';
import type { Command } from './command.ts';
import { cut } from './commands/cut.ts';
import { moveFacility, placeFacility, removeFacility } from './commands/facility.ts';
import { assign, declareGround, form, handOver, splitByGround } from './commands/ground.ts';
import { merge } from './commands/merge.ts';
import { moveVertex } from './commands/moveVertex.ts';
import { attach, convertVillage, countPart, declareException, endAttachment, lock, rename, withdrawException } from './commands/register.ts';
import { repair } from './commands/repair.ts';
import { reshape } from './commands/reshape.ts';
import { changeRule, giveFact, restoreRule, setApproval } from './commands/rules.ts';
import { split } from './commands/split.ts';
import type { Plan } from './plan.ts';
import { rejected, type Result } from './rejection.ts';

export function applyCommand(plan: Plan, command: Command): Result<Plan> {
  try {
    return carryOut(plan, command);
  } catch (error) {
    // Rounded into each other: the plan is a value, so there is nothing to put back.
    if (error instanceof TooFine) return rejected('tooFine');
    throw error;
  }
}

function carryOut(plan: Plan, command: Command): Result<Plan> {
  switch (command.type) {
    case 'reshape': return reshape(plan, command);
    case 'moveVertex': return moveVertex(plan, command);
    case 'cut': return cut(plan, command);
    case 'assign': return assign(plan, command);
    case 'split': return split(plan, command);
    case 'splitByGround': return splitByGround(plan, command);
    case 'merge': return merge(plan, command);
    case 'handOver': return handOver(plan, command);
    case 'form': return form(plan, command);
    case 'attach': return attach(plan, command);
    case 'endAttachment': return endAttachment(plan, command);
    case 'convertVillage': return convertVillage(plan, command);
    case 'rename': return rename(plan, command);
    case 'lock': return lock(plan, command);
    case 'repair': return repair(plan, command);
    case 'declareGround': return declareGround(plan, command);
    case 'declareException': return declareException(plan, command);
    case 'withdrawException': return withdrawException(plan, command);
    case 'countPart': return countPart(plan, command);
    case 'changeRule': return changeRule(plan, command);
    case 'restoreRule': return restoreRule(plan, command);
    case 'giveFact': return giveFact(plan, command);
    case 'setApproval': return setApproval(plan, command);
    case 'placeFacility': return placeFacility(plan, command);
    case 'moveFacility': return moveFacility(plan, command);
    case 'removeFacility': return removeFacility(plan, command);
  }
}
