/** Files of streets, facilities and gates, as they were loaded or added; read when reach is opened, and again when one of them changes. */
import type { CategoryTree } from '../../core/network/categoryTree.ts';
import type { Compound } from '../../core/network/compound.ts';
import { buildStreetGraph } from '../../core/network/buildGraph.ts';
import type { StreetGraph } from '../../core/network/streetGraph.ts';
import { walkFilterOf, type WalkChoices } from '../../core/network/walkChoices.ts';
import type { Gate } from '../../core/network/walls.ts';
import type { Work } from '../../core/progress.ts';
import type { Datum } from '../../core/geo/coordinates.ts';
import type { ReadProblem } from '../../io/problem.ts';
import type { StreetProblem } from '../../io/streets/problem.ts';
import { readFacilities, type Facility } from '../../io/streets/readFacilities.ts';
import { readGates } from '../../io/streets/readGates.ts';
import { readStreets } from '../../io/streets/readStreets.ts';
import type { TableProblem } from '../../io/tables/problem.ts';
import type { ReachFileKind } from '../reachProtocol.ts';
import { wordsOf, type ReadWords } from './words.ts';

export interface ReachFile {
  readonly kind: ReachFileKind;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadStreetFiles {
  readonly graph: StreetGraph | null;
  readonly names: readonly string[];
  readonly partial: boolean;
  readonly problems: readonly StreetProblem[];
}

/** The first file of streets that reads; several networks are not joined. Lines meet where they share a vertex or their ends lie together. */
export function* streetGraphOf(files: readonly ReachFile[], choices: WalkChoices): Work<ReadStreetFiles> {
  const problems: StreetProblem[] = [];
  const filter = walkFilterOf(choices);
  // The one added last comes first: it was chosen for this.
  for (const { name, bytes } of files.filter(({ kind }) => kind === 'streets').reverse()) {
    const reading = yield* readStreets(name, bytes, { filter });
    problems.push(...reading.problems);
    if (reading.source === null) continue;
    yield { phase: 'reach.graph', fraction: null };
    const graph = buildStreetGraph(reading.source, { gates: choices.barriers });
    if (graph.vertexCount > 0) return { graph, names: [name], partial: reading.partial, problems };
    problems.push({ code: 'noStreets', severity: 'refused', file: name, found: '0', expected: 'highway=*' });
  }
  return { graph: null, names: [], partial: false, problems };
}

export interface ReadPointFiles {
  readonly facilities: readonly Facility[];
  readonly gates: readonly Gate[];
  readonly words: ReadWords;
  readonly problems: readonly ReadProblem[];
  readonly tableProblems: readonly TableProblem[];
}

export interface PointOptions {
  readonly datum: Datum;
  /** Word of a file → id of a category. */
  readonly mapping: ReadonlyMap<string, string>;
  readonly tree: CategoryTree;
}

export function pointFilesOf(files: readonly ReachFile[], compounds: readonly Compound[], options: PointOptions): ReadPointFiles {
  const problems: ReadProblem[] = [];
  const tableProblems: TableProblem[] = [];
  const readings = files.filter(({ kind }) => kind === 'facilities').map(({ name, bytes }) => ({ name, reading: readFacilities(name, bytes, options) }));
  for (const { reading } of readings) {
    problems.push(...reading.problems);
    tableProblems.push(...reading.tableProblems);
  }
  const gates = files.filter(({ kind }) => kind === 'gates').flatMap(({ name, bytes }) => {
    const reading = readGates(name, bytes, compounds);
    problems.push(...reading.problems);
    return reading.gates;
  });
  return { facilities: readings.flatMap(({ reading }) => reading.facilities), gates, words: wordsOf(readings), problems, tableProblems };
}
