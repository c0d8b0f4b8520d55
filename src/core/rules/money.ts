/** What a community costs a year, by place and year (policy sheet §7): each sum with its payer and article. */
import type { Compiler } from './compile.ts';
import type { Amount, MoneyEntry, Source } from './profile.ts';
import type { Layered } from './resolveProfile.ts';
import type { Payer, Strength } from './vocabulary.ts';

export interface MoneyItem {
  readonly entry: string;
  readonly purpose: MoneyEntry['purpose'];
  readonly payer: Payer;
  /** Null: unknown. */
  readonly yuanPerYear: number | null;
  /** Of a cost that nobody has given. */
  readonly sharePercent: number | null;
  readonly strength: Strength;
  readonly source: Source;
}

export interface Money {
  readonly items: readonly MoneyItem[];
  /** Of the items that are known. */
  readonly knownYuanPerYear: number;
  /** Items, or whether they apply, that nobody can tell. */
  readonly unknownItems: number;
}

export interface MoneyYear {
  readonly year: number;
  /** Last year's average pay of newly hired public-institution staff, yuan; null where nobody gave it. */
  readonly averagePayYuan: number | null;
}

const PERCENT = 100;

export function compileMoney<F>(entries: readonly Layered<MoneyEntry>[], compiler: Compiler<F>): (facts: F, year: MoneyYear) => Money {
  const inForce = entries.filter((entry) => !entry.off).map((entry) => compileEntry(entry, compiler));
  // Filled anew for each; what is given away is a copy of the length it has.
  const found: MoneyItem[] = [];
  return (facts, year) => {
    let [knownYuanPerYear, unknownItems, count] = [0, 0, 0];
    for (const itemOf of inForce) {
      const item = itemOf(facts, year);
      if (item === null) continue;
      found[count++] = item;
      if (item.yuanPerYear === null) unknownItems++;
      else knownYuanPerYear += item.yuanPerYear;
    }
    return { items: found.slice(0, count), knownYuanPerYear, unknownItems };
  };
}

/** Null where it does not apply. */
function compileEntry<F>(entry: MoneyEntry, compiler: Compiler<F>): (facts: F, year: MoneyYear) => MoneyItem | null {
  const { id, purpose, payer, amount, strength, source, fromYear = -Infinity, toYear = Infinity } = entry;
  const applies = compiler.testAll(entry.applies);
  const excepted = entry.unless === undefined ? () => false : compiler.testAll(entry.unless);
  const yuanOf = compileAmount(amount, compiler);
  const itemOf = (yuanPerYear: number | null): MoneyItem => ({ entry: id, purpose, payer, strength, source, yuanPerYear, sharePercent: amount.type === 'share' ? amount.sharePercent : null });
  // The same for many communities: nobody knows, or a fixed amount.
  const unsettled = itemOf(null);
  const fixed = amount.type === 'fixed' ? itemOf(amount.yuan) : null;
  return (facts, { year, averagePayYuan }) => {
    if (year < fromYear || year > toYear) return null;
    const [doesApply, isExcepted] = [applies(facts), excepted(facts)];
    if (doesApply === false || isExcepted === true) return null;
    if (doesApply === null || isExcepted === null) return unsettled;
    if (fixed !== null) return fixed;
    const yuanPerYear = yuanOf(facts, averagePayYuan);
    return yuanPerYear === null ? unsettled : itemOf(yuanPerYear);
  };
}

/** Of an amount that is not fixed. */
function compileAmount<F>(amount: Amount, compiler: Compiler<F>): (facts: F, averagePayYuan: number | null) => number | null {
  if (amount.type === 'ofPay') return (_facts, averagePayYuan) => (averagePayYuan === null ? null : (amount.persons * amount.sharePercent * averagePayYuan) / PERCENT);
  if (amount.type !== 'perUnit') return () => null;
  const read = compiler.read(amount.of);
  return (facts) => {
    const of = read(facts);
    return of.known && typeof of.value === 'number' ? Math.max(amount.least ?? 0, (amount.yuan * of.value) / amount.per) : null;
  };
}
