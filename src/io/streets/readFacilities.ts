/** Facilities from points of GeoJSON or from a table with longitude and latitude, brought to CGCS2000, with their categories mapped. */
import { STEPS_PER_DEGREE, type Datum } from '../../core/geo/coordinates.ts';
import { toCgcs2000 } from '../../core/geo/datum.ts';
import type { CategoryTree } from '../../core/network/categoryTree.ts';
import { fieldText } from '../fieldValues.ts';
import { pointFeatures } from '../pointFeatures.ts';
import type { ReadProblem } from '../problem.ts';
import { ProblemList } from '../problemList.ts';
import { facilityRows } from '../tables/facilities.ts';
import { guessTableColumns } from '../tables/guessKind.ts';
import { TableProblems, type TableProblem } from '../tables/problem.ts';
import { readTable } from '../tables/table.ts';
import { columnReader } from '../tables/tableFacts.ts';
import { decideEncoding, markLength } from '../textEncoding.ts';
import { cell } from '../unitLabel.ts';
import { bareWord, categoryReader, UNMAPPED, type CategoryReading } from './categoryReader.ts';
import { SEED_TREE } from './seedTree.ts';

export interface Facility {
  readonly name: string | null;
  /** Id, or null where nobody has mapped what is `written`. */
  readonly category: string | null;
  readonly written: string | null;
  /** Steps, CGCS2000. */
  readonly x: number;
  readonly y: number;
}

export interface FacilityReading {
  readonly facilities: readonly Facility[];
  readonly problems: readonly ReadProblem[];
  readonly tableProblems: readonly TableProblem[];
  /** Rows of a table without a place. */
  readonly unplaced: number;
  /** Words that no category has, with how often they come. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Every word that the file has for categories, what it was read as, how often it comes. */
  readonly words: ReadonlyMap<string, FacilityWord>;
  /** Facilities of which the file names no category. */
  readonly withoutCategory: number;
}

export interface FacilityWord extends CategoryReading {
  readonly count: number;
}

export interface FacilityOptions {
  readonly datum?: Datum;
  /** The shipped one unless a project has its own. */
  readonly tree?: CategoryTree;
  /** A person's own mapping: word of the file → id of a category, or `IGNORED`. */
  readonly mapping?: ReadonlyMap<string, string>;
}

const BRACE = 123;
const NAME_COLUMNS = ['name', '设施名称', '名称'];
const CATEGORY_COLUMNS = ['category', '类别', '设施类别', '设施类型', '类型'];

export function readFacilities(file: string, bytes: Uint8Array, { datum = 'CGCS2000', tree = SEED_TREE, mapping }: FacilityOptions = {}): FacilityReading {
  const raw = bytes[markLength(bytes)] === BRACE ? fromGeoJson(file, bytes, datum) : fromTable(file, bytes, datum);
  const read = categoryReader(tree, mapping);
  const words = new Map<string, FacilityWord>();
  let withoutCategory = 0;
  const facilities = raw.places.map(({ name, written, x, y }): Facility => {
    const word = written === null ? '' : bareWord(written);
    if (word === '') withoutCategory++;
    const reading = word === '' ? UNMAPPED : read(word);
    if (word !== '') words.set(word, { ...reading, count: (words.get(word)?.count ?? 0) + 1 });
    return { name, category: reading.category, written, x, y };
  });
  const unmapped = new Map([...words].flatMap(([word, { by, count }]) => (by === null ? [[word, count] as const] : [])));
  return { facilities, problems: raw.problems, tableProblems: raw.tableProblems, unplaced: raw.unplaced, unmapped, words, withoutCategory };
}

interface Raw {
  readonly places: readonly { name: string | null; written: string | null; x: number; y: number }[];
  readonly problems: readonly ReadProblem[];
  readonly tableProblems: readonly TableProblem[];
  readonly unplaced: number;
}

function fromGeoJson(file: string, bytes: Uint8Array, datum: Datum): Raw {
  const problems = new ProblemList(file);
  const text = (row: Readonly<Record<string, unknown>>, columns: readonly string[]) => columns.map((column) => fieldText(cell(row, column)).value).find((value) => value !== null) ?? null;
  const places = pointFeatures(bytes, isUtf8(bytes) ? 'utf-8' : 'gb18030', datum, problems).map(({ x, y, properties }) => ({ name: text(properties, NAME_COLUMNS), written: text(properties, CATEGORY_COLUMNS), x, y }));
  return { places, problems: problems.all(), tableProblems: [], unplaced: 0 };
}

function fromTable(file: string, bytes: Uint8Array, datum: Datum): Raw {
  const { table, problems } = readTable(file.split(/[\\/]/).at(-1)!, bytes);
  if (table === null) return { places: [], problems: [], tableProblems: problems, unplaced: 0 };
  const found = new TableProblems(table.name);
  const rows = facilityRows(table.rows, new Map(), columnReader(table, guessTableColumns(table.columns, 'facilities'), table.asOf, found), found);
  const places = rows.flatMap(({ name, category, at }) => {
    if (at === null) return [];
    const [lng, lat] = toCgcs2000(at, datum);
    return [{ name, written: category, x: Math.round(lng * STEPS_PER_DEGREE), y: Math.round(lat * STEPS_PER_DEGREE) }];
  });
  return { places, problems: [], tableProblems: [...problems, ...found.all()], unplaced: rows.length - places.length };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return decideEncoding(bytes) !== 'gb18030';
  }
}
