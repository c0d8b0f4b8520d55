/** A value that is known or not. Missing data stays missing all the way to the verdict. */
import type { Basis } from './vocabulary.ts';

export type FactValue = number | boolean | string;

export interface Known<T extends FactValue> {
  readonly known: true;
  readonly value: T;
  /** Which households or people were counted. */
  readonly basis?: Basis;
  /** The data's own date, as the table gave it. */
  readonly asOf?: string;
  /** Where the value stood: table and column, or how it was derived. */
  readonly source?: string;
  /** Between 0 and 1: how much of it is an estimate by area. */
  readonly estimatedShare?: number;
}

export interface Unknown {
  readonly known: false;
  readonly value: null;
}

export type Fact<T extends FactValue = FactValue> = Known<T> | Unknown;

type Provenance = Omit<Known<FactValue>, 'known' | 'value'>;

const NONE: Provenance = {};

/** All facts have the same fields in the same order: a city has a hundred thousand, and reading them is most of judging it. */
const factOf = <K extends boolean, V>(known: K, value: V, { basis, asOf, source, estimatedShare }: Provenance): { known: K; value: V } & Provenance => ({ known, value, basis, asOf, source, estimatedShare });

export const UNKNOWN: Unknown = factOf(false, null, NONE);

export function known<T extends FactValue>(value: T, more: Provenance = NONE): Known<T> {
  return factOf(true, value, more);
}

/** The same value, counted by this basis. */
export function onBasis<T extends FactValue>({ value, asOf, source, estimatedShare }: Known<T>, basis: Basis): Known<T> {
  return { known: true, value, basis, asOf, source, estimatedShare };
}

/** Derived from two others: known only if both are. Basis and date come from the first that has one. */
export function derive<T extends FactValue>(first: Fact<number>, second: Fact<number>, compute: (first: number, second: number) => T | null): Fact<T> {
  if (!first.known || !second.known) return UNKNOWN;
  const value = compute(first.value, second.value);
  if (value === null) return UNKNOWN;
  const { basis, asOf } = first.basis !== undefined || first.asOf !== undefined ? first : second;
  return factOf(true, value, { basis, asOf });
}
