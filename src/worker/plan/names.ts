/** Names of the communities that a command is about, in its own order: what its step is called by. */
import type { Command } from '../../core/plan/command.ts';
import { findUnit } from '../../core/plan/edit.ts';
import { changedUnits } from '../../core/plan/fates.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** `before`: the plan that the command was given to. */
export function commandNames(plan: Plan, command: Command, before: Plan): string[] {
  const name = (id: string) => nameIn(plan, id);
  switch (command.type) {
    case 'reshape': case 'lock': case 'declareException': return command.communities.map(name);
    case 'merge': return [...command.communities.map(name), ...(command.name === undefined ? [] : [command.name])];
    case 'split': return [name(command.community), command.name];
    case 'splitByGround': return [name(command.community), ...command.parts.map((part) => part.name)];
    case 'handOver': return [name(command.community), name(command.to)];
    case 'assign': return [...losers(before, plan, command.to), ...(command.to === null ? [] : [name(command.to)])];
    case 'attach': return [command.compound, name(command.to)];
    case 'convertVillage': case 'countPart': return [name(command.community)];
    case 'rename': return [nameIn(before, command.community), command.name];
    case 'giveFact': case 'setApproval': return [name(command.community)];
    case 'placeFacility': return [command.name];
    case 'moveFacility': case 'removeFacility': return [plan.facilities.find(({ id }) => id === command.facility)?.name ?? command.facility];
    case 'changeRule': case 'restoreRule': return [command.entry];
    case 'form': case 'declareGround': return [command.name];
    case 'cut': return (command.within ?? []).map(name);
    case 'moveVertex': case 'repair': return [];
    case 'endAttachment': return before.attachments.filter(({ id }) => id === command.attachment).flatMap(({ compound, community }) => [compound, before.units.get(community).name]);
    case 'withdrawException': return before.exceptions.find(({ id }) => id === command.exception)?.units.map((unit) => before.units.get(unit).name) ?? [];
  }
}

function nameIn(plan: Plan, id: string): string {
  const unit = findUnit(plan, id);
  return unit < 0 ? id : plan.units.get(unit).name;
}

/** Coordinates are rounded where a line meets a boundary: less than this is no ground given away. */
const ROUNDED_SQUARE_METRES = 0.5;

/** Who gave ground away to another, in the order of the units. */
function losers(before: Plan, after: Plan, to: string | null): string[] {
  const lost = (unit: number) => unit < before.units.length && before.units.get(unit).id !== to && areaOf(before, unit) - areaOf(after, unit) > ROUNDED_SQUARE_METRES;
  return [...changedUnits(before, after)].filter(lost).sort((p, q) => p - q).map((unit) => before.units.get(unit).name);
}

function areaOf({ coverage }: Plan, unit: number): number {
  return coverage.facesOf.get(unit).reduce((sum, face) => sum + coverage.faces.get(face)!.areaSquareMetres, 0);
}
