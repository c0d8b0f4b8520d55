/** Column names made comparable: people write one field in full width, with spaces, in capitals, with its unit in brackets. */

/** Longer than any column name; the rest is not compared. */
const LONGEST = 200;

/** Half width, lower case, without spaces and joining marks. */
export function normalColumn(name: string): string {
  return name.slice(0, LONGEST).normalize('NFKC').toLowerCase().replace(/[\s_\-.·:,'"“”*]/g, '');
}

/** The same without what stands in brackets, and without a unit at the end. */
export function withoutUnit(name: string): string {
  const normal = normalColumn(name).replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/g, '');
  return normal.replace(/(?:平方米|平米|m2)$/, '') || normal;
}
