/**
 * What each command consists of, for reading: members in the order in which they are written. The types bind this
 * table to `Command`: a member added there and not here does not compile.
 */
import type { Command, CommandType, GroundRef } from './command.ts';
import { ENTRY_KINDS, EXCEPTION_KINDS } from './plan.ts';
import {
  BadMember, isPlainObject, kindOf, list, MOST_ITEMS, numberWithin, oneOf, optional, orNull, pair, position, positions, record, text, truth,
  type Reader, type Shape,
} from './readMember.ts';

type Members<T extends CommandType> = Omit<Extract<Command, { type: T }>, 'type'>;

/** More than any country has. */
const MOST_COUNTED = 2_000_000_000;

const placeRef = record<Extract<GroundRef, { at: unknown }>>({ at: position });
const ringsRef = record<Extract<GroundRef, { rings: unknown }>>({ rings: list(positions) });

const groundRef: Reader<GroundRef> = (value, member) => {
  if (!isPlainObject(value)) throw new BadMember(member, kindOf(value), 'at rings');
  return Object.hasOwn(value, 'rings') ? ringsRef(value, member) : placeRef(value, member);
};

const ground = list(groundRef);
const texts = list(text);
const settlement = oneOf('urban', 'rural');
const counted = orNull(numberWithin(0, MOST_COUNTED));
/** Larger than any figure that a policy or a table of communities names. */
const policyFigure = numberWithin(0, 1e12);

const factValue: Reader<number | boolean | string | null> = (value, member) => {
  if (value === null || typeof value === 'boolean') return value;
  return typeof value === 'number' ? policyFigure(value, member) : text(value, member);
};

export const COMMAND_SHAPES: { readonly [T in CommandType]: Shape<Members<T>> } = {
  reshape: { communities: pair(text), path: positions },
  moveVertex: { from: position, to: position },
  cut: { line: positions, within: optional(texts) },
  assign: { ground, to: orNull(text), from: optional(list(orNull(text))) },
  split: { community: text, line: positions, name: text, keep: optional(oneOf('left', 'right')) },
  splitByGround: { community: text, parts: list(record({ name: text, ground })) },
  merge: { communities: texts, into: optional(text), name: optional(text), kind: optional(settlement), joinVillages: optional(truth) },
  handOver: { community: text, at: position, to: text },
  form: { name: text, ground, subdistrict: optional(text), kind: optional(settlement) },
  attach: { compound: text, to: text, ground: optional(groundRef), until: optional(text), note: optional(text) },
  endAttachment: { attachment: text },
  convertVillage: { community: text, name: optional(text) },
  rename: { community: text, name: text },
  lock: { communities: texts, locked: truth },
  repair: { faces: list(record({ at: position, to: orNull(text), defect: text }), MOST_ITEMS), match: texts },
  declareGround: { ground, groundKind: text, name: text },
  declareException: { kind: oneOf(...EXCEPTION_KINDS), communities: texts, role: text, reason: text },
  withdrawException: { exception: text },
  countPart: { atom: text, community: text, households: counted, people: counted, source: text },
  changeRule: { of: oneOf(...ENTRY_KINDS), entry: text, values: list(record({ member: text, value: policyFigure })), role: text, reason: text },
  restoreRule: { of: oneOf(...ENTRY_KINDS), entry: text },
  giveFact: { community: text, fact: text, value: factValue, source: text, role: optional(text), asOf: optional(text) },
  setApproval: { community: text, mark: oneOf('approved', 'planned', 'done', 'met'), key: text, date: orNull(text) },
  placeFacility: { category: text, name: text, at: position, areaSquareMetres: optional(policyFigure) },
  moveFacility: { facility: text, to: position },
  removeFacility: { facility: text },
};
