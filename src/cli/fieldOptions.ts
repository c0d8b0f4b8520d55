/** `--field NAME=COLUMN`, repeatable: which column holds which field. */
import { ALL_FIELDS, type FieldMap } from '../io/fields.ts';
import { UsageError } from './exit.ts';

export function fieldsOf(pairs: string[]): FieldMap {
  const fields: FieldMap = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const field = ALL_FIELDS.find((name) => name === pair.slice(0, at));
    if (at < 1 || field === undefined) throw new UsageError(`--field: found ${pair}, expected NAME=COLUMN with NAME one of ${ALL_FIELDS.join(', ')}`);
    fields[field] = pair.slice(at + 1);
  }
  return fields;
}
