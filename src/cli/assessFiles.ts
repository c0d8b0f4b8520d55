/** Files and tables → the plan they describe, its figures, and what the rules may ask: the same for `apply` and `assess`. */
import { buildCoverage } from '../core/coverage/build.ts';
import type { Coverage } from '../core/coverage/coverage.ts';
import type { PolygonLayer } from '../core/coverage/layer.ts';
import type { FactSetting } from '../core/facts/planFacts.ts';
import type { Atom } from '../core/households/atom.ts';
import { openFigures, type Figures } from '../core/households/figures.ts';
import { selectAtoms } from '../core/households/selectAtoms.ts';
import { openPlan, type SourceUnit } from '../core/plan/open.ts';
import type { Plan } from '../core/plan/plan.ts';
import { finish } from '../core/progress.ts';
import type { GivenCompound, GivenFacts } from '../core/rules/facts.ts';
import { guessAtomKind } from '../io/atomColumns.ts';
import { communityFinder, readAtoms, withUniqueIds } from '../io/atoms.ts';
import { columnsOf } from '../io/columns.ts';
import { concatLayers } from '../io/concatLayers.ts';
import { guessFields } from '../io/fields.ts';
import { fieldText } from '../io/fieldValues.ts';
import type { PlanSource } from '../io/geojson/writePlan.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { compoundsOfFile, controlOf, factsOfFile } from '../io/tables/fileFacts.ts';
import type { TableProblem } from '../io/tables/problem.ts';
import { readTables, type TableChoice, type TablesReading } from '../io/tables/readTables.ts';
import { zonesOfFile } from '../io/tables/zones.ts';
import { cell, unitLabel } from '../io/unitLabel.ts';
import { planUnits } from './planUnits.ts';

export interface PlanFileSet {
  readonly communities: readonly PlanSource[];
  readonly declared: readonly PlanSource[];
  readonly parents: readonly SourceLayer[];
  readonly compounds: readonly SourceLayer[];
  /** Null: none were given, so nothing is known of zones but what the communities' own column says. */
  readonly zones: readonly SourceLayer[] | null;
  readonly tables: readonly TableChoice[];
}

export interface OpenedFiles {
  readonly base: Plan;
  readonly coverage: Coverage;
  readonly units: PolygonLayer;
  readonly parent: PolygonLayer | null;
  readonly sources: readonly PlanSource[];
  readonly figures: Figures;
  readonly setting: FactSetting;
  readonly tables: TablesReading;
  readonly compounds: ReadonlyMap<string, GivenCompound>;
  /** Of cells, in the files and in the tables. */
  readonly problems: readonly TableProblem[];
}

export function openFiles(files: PlanFileSet): OpenedFiles {
  const sources = [...files.communities, ...files.declared];
  const records = sources.flatMap(({ source, fields }, k) => planUnits(source, fields, k < files.communities.length ? 'community' : 'declared'));
  const units = concatLayers(sources.map(({ source }) => source.layer));
  const parent = files.parents.length > 0 ? concatLayers(files.parents.map(({ layer }) => layer)) : null;
  const coverage = finish(buildCoverage({ units, parent, subdistrictOf: (unit) => records[unit]?.subdistrict ?? null }));
  const base = openPlan(coverage, records);
  const ids = [...base.units].map(({ id }) => id);
  const own = factsOfCommunities(files.communities, ids);
  const found = compoundsOf(files.compounds, records);
  const tables = readTables(files.tables, {
    communities: [...base.units].flatMap(({ id, code, name, subdistrict, role }) => (role === 'community' ? [{ id, code, name, subdistrict }] : [])),
    given: own.given, atoms: found.atoms, compounds: found.compounds, unitOf: unitFinder(ids),
  });
  const figures = finish(openFigures({ atoms: selectAtoms(tables.atoms).atoms, control: controlOf(tables.given, ids) }, base));
  const names = files.parents.flatMap(parentNames);
  return {
    base, coverage, units, parent, sources, figures, tables, compounds: tables.compounds,
    setting: { base, zones: files.zones === null ? null : files.zones.flatMap(zonesOfFile), parents: names.length > 1 ? names : [] },
    problems: [...own.problems, ...tables.reports.flatMap((report) => report.problems)],
  };
}

/** Of a file: its columns as they are guessed, and as the caller says. */
export function planSource(source: SourceLayer, fields: PlanSource['fields'] = {}): PlanSource {
  return { source, fields: { ...guessFields(columnsOf(source.properties)), ...fields } };
}

function factsOfCommunities(communities: readonly PlanSource[], ids: readonly string[]): { given: Map<string, GivenFacts>; problems: TableProblem[] } {
  const given = new Map<string, GivenFacts>();
  const problems: TableProblem[] = [];
  let first = 0;
  for (const { source, fields } of communities) {
    const facts = factsOfFile(source, fields, ids.slice(first, first + source.properties.length));
    for (const [id, each] of facts.given) given.set(id, each);
    problems.push(...facts.problems);
    first += source.properties.length;
  }
  return { given, problems };
}

function compoundsOf(files: readonly SourceLayer[], records: readonly SourceUnit[]): { atoms: Atom[]; compounds: Map<string, GivenCompound> } {
  const communityOf = communityFinder(records.map(({ code, name, role }) => (role === 'community' ? { code, name } : { code: null, name: null })));
  const readings = files.map((source) => readAtoms(source, { kind: guessAtomKind(source.fileName, columnsOf(source.properties)) ?? 'compound', communityOf }).atoms);
  const atoms = withUniqueIds(readings.flat());
  const compounds = new Map<string, GivenCompound>();
  let first = 0;
  files.forEach((source, k) => {
    const own = atoms.slice(first, (first += readings[k]!.length));
    for (const [id, facts] of compoundsOfFile(source, own)) compounds.set(id, facts);
  });
  return { atoms, compounds };
}

function unitFinder(ids: readonly string[]): (id: string) => number | null {
  const index = new Map(ids.map((id, unit) => [id, unit]));
  return (id) => index.get(id) ?? null;
}

function parentNames({ properties, featureIndex }: SourceLayer): string[] {
  const fields = guessFields(columnsOf(properties));
  return properties.map((row, unit) => fieldText(cell(row, fields.name)).value ?? unitLabel(row, fields, featureIndex[unit]!));
}
