/** Names of the communities that a command is about, in its own order: what its step is called by. */
import type { Command } from '../../core/plan/command.ts';
import { findUnit } from '../../core/plan/edit.ts';
import type { Plan } from '../../core/plan/plan.ts';

export function commandNames(plan: Plan, command: Command): string[] {
  const name = (id: string): string => {
    const unit = findUnit(plan, id);
    return unit < 0 ? id : plan.units.get(unit).name;
  };
  switch (command.type) {
    case 'reshape': case 'lock': case 'declareException': return command.communities.map(name);
    case 'merge': return [...command.communities.map(name), ...(command.name === undefined ? [] : [command.name])];
    case 'split': return [name(command.community), command.name];
    case 'splitByGround': return [name(command.community), ...command.parts.map((part) => part.name)];
    case 'handOver': return [name(command.community), name(command.to)];
    case 'assign': return [...(command.from ?? []).filter((id) => id !== null).map(name), ...(command.to === null ? [] : [name(command.to)])];
    case 'attach': return [command.compound, name(command.to)];
    case 'convertVillage': case 'countPart': return [name(command.community)];
    case 'rename': return [command.name];
    case 'giveFact': case 'setApproval': return [name(command.community)];
    case 'placeFacility': return [command.name];
    case 'moveFacility': case 'removeFacility': return [plan.facilities.find(({ id }) => id === command.facility)?.name ?? command.facility];
    case 'changeRule': case 'restoreRule': return [command.entry];
    case 'form': case 'declareGround': return [command.name];
    case 'cut': return (command.within ?? []).map(name);
    case 'moveVertex': case 'repair': case 'endAttachment': case 'withdrawException': return [];
  }
}
