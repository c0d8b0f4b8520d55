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

export const UNKNOWN: Unknown = { known: false, value: null };

export function known<T extends FactValue>(value: T, more: Omit<Known<T>, 'known' | 'value'> = {}): Known<T> {
  return { known: true, value, ...more };
}

/** Derived from others: known only if all are. Basis and date come from the first that has one. */
export function derive<T extends FactValue>(from: readonly Fact<number>[], compute: (...values: number[]) => T | null): Fact<T> {
  const values: number[] = [];
  let provenance: Pick<Known<number>, 'basis' | 'asOf'> | null = null;
  for (const fact of from) {
    if (!fact.known) return UNKNOWN;
    values.push(fact.value);
    if (provenance === null && (fact.basis !== undefined || fact.asOf !== undefined)) provenance = fact;
  }
  const value = compute(...values);
  if (value === null) return UNKNOWN;
  return provenance === null ? { known: true, value } : { known: true, value, basis: provenance.basis, asOf: provenance.asOf };
}
