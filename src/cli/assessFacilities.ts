/** `--facilities FILE`: points of GeoJSON, or a table with longitude and latitude. */
import { ProblemList } from '../io/problemList.ts';
import { pointFeatures } from '../io/pointFeatures.ts';
import { fileKind } from '../io/fileKind.ts';
import { guessTableColumns } from '../io/tables/guessKind.ts';
import { facilityRows } from '../io/tables/facilities.ts';
import { TableProblems } from '../io/tables/problem.ts';
import { columnReader } from '../io/tables/tableFacts.ts';
import { readTable } from '../io/tables/table.ts';
import { markLength } from '../io/textEncoding.ts';
import { InputProblems, UsageError } from './exit.ts';
import { readBytes } from './files.ts';
import { TableRefusals } from './tableOptions.ts';

const BRACE = 123;

/** How many facilities with a place the file holds. They bear on the circle only together with streets. */
export function facilitiesIn(path: string): number {
  const bytes = readBytes(path);
  if (bytes[markLength(bytes)] === BRACE || (fileKind(path, bytes) === null && /\.(geo)?json$/i.test(path))) {
    const problems = new ProblemList(path);
    const points = pointFeatures(bytes, 'utf-8', 'CGCS2000', problems);
    if (problems.hasRefusal()) throw new InputProblems(problems.all());
    if (points.length === 0) throw new UsageError(`${path}: found no point, expected facilities`);
    return points.length;
  }
  const { table, problems } = readTable(path.split(/[\\/]/).at(-1)!, bytes);
  if (table === null) throw new TableRefusals(problems);
  const found = new TableProblems(table.name);
  return facilityRows(table.rows, new Map(), columnReader(table, guessTableColumns(table.columns, 'facilities'), table.asOf, found), found).filter(({ at }) => at !== null).length;
}
