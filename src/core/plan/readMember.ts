/**
 * Readers of single values that come from outside. A reader gives a fresh value or throws `BadMember`, which names the
 * member, what was found and what belongs there; whoever opens the door catches it. Nothing is looked up through a
 * prototype, nothing unknown is let in.
 */
import type { LngLat } from '../geo/coordinates.ts';

/** Characters; a name, a reason, a note. */
export const TEXT_LENGTH = 500;
export const MOST_POSITIONS = 100_000;
export const MOST_ITEMS = 10_000;

export class BadMember extends Error {
  constructor(readonly member: string, readonly found: string, readonly expected: string) {
    super(`${member}: found ${found}, expected ${expected}`);
  }
}

export type Reader<T> = (value: unknown, member: string) => T;

/** Every member of `T` with its reader, in the order in which members are written. */
export type Shape<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? OptionalReader<Exclude<T[K], undefined>> : Reader<T[K]> };

export interface OptionalReader<T> {
  readonly optional: Reader<T>;
}

export function optional<T>(reader: Reader<T>): OptionalReader<T> {
  return { optional: reader };
}

/** A plain object with exactly these members; absent optional ones stay absent. */
export function record<T extends object>(shape: Shape<T>): Reader<T> {
  const members = new Map(Object.entries<Reader<unknown> | OptionalReader<unknown>>(shape));
  return (value, member) => {
    if (!isPlainObject(value)) throw new BadMember(member, kindOf(value), 'object');
    for (const key of Object.keys(value)) {
      if (!members.has(key)) throw new BadMember(join(member, key), excerpt(key), [...members.keys()].join(' '));
    }
    const result: Record<string, unknown> = {};
    for (const [key, reader] of members) {
      const found = Object.hasOwn(value, key) ? value[key] : undefined;
      if (typeof reader === 'function') result[key] = reader(found, join(member, key));
      else if (found !== undefined) result[key] = reader.optional(found, join(member, key));
    }
    return result as T;
  };
}

export function list<T>(item: Reader<T>, most = MOST_ITEMS): Reader<T[]> {
  return (value, member) => {
    if (!Array.isArray(value)) throw new BadMember(member, kindOf(value), 'array');
    if (value.length > most) throw new BadMember(member, String(value.length), `≤ ${most}`);
    return Array.from(value as unknown[], (each, i) => item(each, `${member}[${i}]`));
  };
}

export function pair<T>(item: Reader<T>): Reader<[T, T]> {
  return (value, member) => {
    if (!Array.isArray(value)) throw new BadMember(member, kindOf(value), 'array');
    if (value.length !== 2) throw new BadMember(member, String(value.length), '2');
    return [item(value[0], `${member}[0]`), item(value[1], `${member}[1]`)];
  };
}

export const position: Reader<LngLat> = (value, member) => {
  const [lng, lat] = pair((ordinate) => ordinate)(value, member);
  return [numberWithin(-180, 180)(lng, `${member}[0]`), numberWithin(-90, 90)(lat, `${member}[1]`)];
};

export const positions: Reader<LngLat[]> = list(position, MOST_POSITIONS);

export const text: Reader<string> = textUpTo(TEXT_LENGTH);

/** Characters are counted as a person counts them, not as UTF-16 units. */
export function textUpTo(most: number): Reader<string> {
  return (value, member) => {
    if (typeof value !== 'string') throw new BadMember(member, kindOf(value), 'text');
    if (value.length > most && (value.length > 2 * most || Array.from(value).length > most)) throw new BadMember(member, String(value.length), `≤ ${most}`);
    return value;
  };
}

export function numberWithin(least: number, most: number): Reader<number> {
  return (value, member) => {
    if (typeof value !== 'number') throw new BadMember(member, kindOf(value), 'number');
    if (!(value >= least && value <= most)) throw new BadMember(member, String(value), `${least}…${most}`);
    // Minus zero would be read back as zero.
    return value + 0;
  };
}

export function wholeWithin(least: number, most: number): Reader<number> {
  const within = numberWithin(least, most);
  return (value, member) => {
    const found = within(value, member);
    if (!Number.isInteger(found)) throw new BadMember(member, String(found), 'integer');
    return found;
  };
}

export const truth: Reader<boolean> = (value, member) => {
  if (typeof value !== 'boolean') throw new BadMember(member, kindOf(value), 'true false');
  return value;
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Reader<T> {
  return (value, member) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new BadMember(member, typeof value === 'string' ? excerpt(value) : kindOf(value), allowed.join(' '));
    return found;
  };
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, member) => (value === null ? null : reader(value, member));
}

/** As JSON and structured clones give it: no class, no foreign prototype. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

export function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

const EXCERPT = 60;

/** The beginning of a text that was found, short enough for a message. */
export function excerpt(found: string): string {
  const characters = Array.from(found.slice(0, 3 * EXCERPT));
  return characters.length <= EXCERPT && found.length <= 3 * EXCERPT ? found : `${characters.slice(0, EXCERPT).join('')}…`;
}

function join(member: string, key: string): string {
  return member === '' ? excerpt(key) : `${member}.${excerpt(key)}`;
}
