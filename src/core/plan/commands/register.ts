/** Commands that keep the books: attachments, exceptions, counted figures, names, locks, villages converted. */
import { assignFaces } from '../../coverage/assign.ts';
import type { Command } from '../command.ts';
import { closeEdit, editable, findUnit, freeName } from '../edit.ts';
import type { Plan, Unit } from '../plan.ts';
import { done, rejected, type Result } from '../rejection.ts';
import { unmanaged } from './ground.ts';

export function attach(plan: Plan, command: Extract<Command, { type: 'attach' }>): Result<Plan> {
  const to = editable(plan, command.to);
  if (!to.ok) return to;
  const compound = command.compound.trim();
  if (compound === '') return rejected('noName');
  const entry = {
    id: `代管-${Number(plan.attachments.at(-1)?.id.split('-')[1] ?? 0) + 1}`, compound, community: to.value,
    until: command.until?.trim() ?? null, note: command.note?.trim() ?? '', at: null,
  };
  if (!command.ground) return done({ ...plan, attachments: [...plan.attachments, entry] });
  const ground = unmanaged(plan, [command.ground]);
  if (!ground.ok) return ground;
  assignFaces(ground.value.draft, ground.value.faces, [to.value]);
  const at = 'at' in command.ground ? command.ground.at : command.ground.rings[0]![0]!;
  return closeEdit(plan, ground.value.draft, { attachments: [...plan.attachments, { ...entry, at }] });
}

/** The entry is struck out; the ground stays where it is until someone gives it away. */
export function endAttachment(plan: Plan, { attachment }: Extract<Command, { type: 'endAttachment' }>): Result<Plan> {
  if (!plan.attachments.some(({ id }) => id === attachment)) return rejected('unknownAttachment', { subjects: [attachment] });
  return done({ ...plan, attachments: plan.attachments.filter(({ id }) => id !== attachment) });
}

export function convertVillage(plan: Plan, command: Extract<Command, { type: 'convertVillage' }>): Result<Plan> {
  const community = editable(plan, command.community);
  if (!community.ok) return community;
  const unit = plan.units.get(community.value);
  if (unit.kind !== 'rural') return rejected('notRural', { subjects: [unit.id] });
  const name = command.name === undefined ? done(unit.name) : freeName(plan, command.name, [community.value]);
  if (!name.ok) return name;
  return done({
    ...changed(plan, community.value, { kind: 'urban', name: name.value }),
    lineage: [...plan.lineage, { kind: 'converted', from: [community.value], to: [community.value] }],
  });
}

export function rename(plan: Plan, command: Extract<Command, { type: 'rename' }>): Result<Plan> {
  const community = editable(plan, command.community);
  if (!community.ok) return community;
  const name = freeName(plan, command.name, [community.value]);
  if (!name.ok) return name;
  if (name.value === plan.units.get(community.value).name) return rejected('nothingChanges');
  return done(changed(plan, community.value, { name: name.value }));
}

export function lock(plan: Plan, { communities, locked }: Extract<Command, { type: 'lock' }>): Result<Plan> {
  const changes = new Map<number, Unit>();
  for (const id of communities) {
    const index = findUnit(plan, id);
    if (index < 0) return rejected('unknownCommunity', { subjects: [id] });
    const unit = plan.units.get(index);
    if (unit.abolished) return rejected('abolished', { subjects: [id] });
    if (unit.locked !== locked) changes.set(index, { ...unit, locked });
  }
  return changes.size === 0 ? rejected('nothingChanges') : done({ ...plan, units: plan.units.with(changes) });
}

export function declareException(plan: Plan, command: Extract<Command, { type: 'declareException' }>): Result<Plan> {
  if (command.role.trim() === '') return rejected('noRole');
  if (command.reason.trim() === '') return rejected('noReason');
  const units = command.communities.map((id) => findUnit(plan, id));
  const unknown = command.communities.filter((_, k) => units[k]! < 0);
  if (unknown.length > 0 || units.length === 0) return rejected('unknownCommunity', { subjects: unknown });
  // Numbered on from the last, so that a withdrawn one leaves its number unused.
  const last = plan.exceptions.at(-1)?.id.split('-')[1];
  const id = `例外-${Number(last ?? 0) + 1}`;
  return done({ ...plan, exceptions: [...plan.exceptions, { id, kind: command.kind, units, role: command.role.trim(), reason: command.reason.trim() }] });
}

export function withdrawException(plan: Plan, { exception }: Extract<Command, { type: 'withdrawException' }>): Result<Plan> {
  if (!plan.exceptions.some(({ id }) => id === exception)) return rejected('unknownException', { subjects: [exception] });
  return done({ ...plan, exceptions: plan.exceptions.filter(({ id }) => id !== exception) });
}

export function countPart(plan: Plan, command: Extract<Command, { type: 'countPart' }>): Result<Plan> {
  const community = editable(plan, command.community);
  if (!community.ok) return community;
  const { atom, households, people } = command;
  for (const figure of [households, people]) {
    if (figure !== null && !(Number.isSafeInteger(figure) && figure >= 0)) return rejected('badFigure', { subjects: [String(figure)] });
  }
  const others = plan.counted.filter((part) => part.atom !== atom || part.unit !== community.value);
  if (households === null && people === null) {
    return others.length === plan.counted.length ? rejected('nothingChanges') : done({ ...plan, counted: others });
  }
  if (command.source.trim() === '') return rejected('noSource');
  return done({ ...plan, counted: [...others, { atom, unit: community.value, households, people, source: command.source.trim() }] });
}

function changed(plan: Plan, index: number, more: Partial<Unit>): Plan {
  return { ...plan, units: plan.units.with(new Map([[index, { ...plan.units.get(index), ...more }]])) };
}
