/** A file's columns with what stands in them, for showing and for guessing. */

export interface ColumnPreview {
  name: string;
  /** First few distinct values, as text. */
  samples: string[];
  /** Rows in which it holds something. */
  filled: number;
}

const SAMPLES = 5;
const SAMPLE_LENGTH = 40;
/** More columns than any table: a file that uses values as keys. */
const MOST_COLUMNS = 500;

/** Columns in the order they first appear. */
export function columnsOf(properties: readonly Readonly<Record<string, unknown>>[]): ColumnPreview[] {
  const columns = new Map<string, ColumnPreview>();
  for (const row of properties) {
    for (const name of Object.keys(row)) {
      let column = columns.get(name);
      if (!column) {
        if (columns.size === MOST_COLUMNS) continue;
        column = { name, samples: [], filled: 0 };
        columns.set(name, column);
      }
      const value = row[name];
      if (value === null || value === undefined || value === '') continue;
      column.filled++;
      if (column.samples.length < SAMPLES) addSample(column.samples, value);
    }
  }
  return [...columns.values()];
}

function addSample(samples: string[], value: unknown): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const sample = text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
  if (!samples.includes(sample)) samples.push(sample);
}
