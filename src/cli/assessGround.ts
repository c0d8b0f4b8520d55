/** What is assessed: a boundary file, or a scenario of a project, opened with everything that was given beside it. */
import { applyAcceptances, type Acceptance } from '../core/coverage/accept.ts';
import { checkCoverage } from '../core/coverage/check.ts';
import { DEFAULT_TOLERANCES, type CheckTolerances } from '../core/coverage/defect.ts';
import { applyCommand } from '../core/plan/apply.ts';
import { revisionAt } from '../core/plan/history.ts';
import type { Plan } from '../core/plan/plan.ts';
import { planLayer } from '../core/plan/planLayer.ts';
import { replay } from '../core/plan/replay.ts';
import type { History } from '../core/plan/revision.ts';
import { finish } from '../core/progress.ts';
import type { Translate } from '../i18n/index.ts';
import { readGeoJson } from '../io/geojson/readGeoJson.ts';
import type { Project, ProjectFile } from '../io/project/project.ts';
import { looksLikeProject, readProject } from '../io/project/readProject.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import type { AssessCall } from './assessOptions.ts';
import { openFiles, planSource, type OpenedFiles, type PlanFileSet } from './assessFiles.ts';
import { InputProblems, UsageError } from './exit.ts';
import { readBytes, readLayer } from './files.ts';
import { refuseUnjoined, tablesOf } from './tableOptions.ts';

export interface AssessGround extends OpenedFiles {
  readonly plan: Plan;
  /** Name of the scenario; null: the files as they are. */
  readonly scenario: string | null;
  /** Defects of the plan's boundaries that are errors and that nobody has accepted. */
  readonly geometryErrors: number;
  /** Steps of the project that can no longer be carried out. */
  readonly skipped: number;
}

export function assessGround(call: AssessCall, t: Translate): AssessGround {
  const bytes = readBytes(call.file);
  const project = looksLikeProject(bytes) ? projectOf(call.file, bytes) : null;
  if (project === null && call.scenario !== undefined) throw new UsageError(`--scenario: ${call.file} is no project`);
  const opened = openFiles(project === null ? filesOfCall(call) : filesOfProject(project, call));
  refuseUnjoined(opened.problems);
  if (project === null) return { ...opened, plan: opened.base, scenario: null, geometryErrors: errorsOf(opened, opened.base, [], DEFAULT_TOLERANCES), skipped: 0 };
  const { history, skipped } = replay(opened.base, project.log, project.pointers, applyCommand);
  const { plan, name } = headOf(history, call.scenario, t);
  return { ...opened, plan, scenario: name, geometryErrors: errorsOf(opened, plan, project.acceptances, project.tolerances), skipped: skipped.length };
}

function filesOfCall(call: AssessCall): PlanFileSet {
  const main = readLayer(call.file).source;
  return {
    communities: [planSource(main, call.fields)], declared: call.declared === undefined ? [] : [planSource(readLayer(call.declared).source)],
    parents: call.parent === undefined ? [] : [readLayer(call.parent).source], ...beside(call, [], []),
  };
}

/** Files named in the call stand beside those of the project. */
function filesOfProject(project: Project, call: AssessCall): PlanFileSet {
  const of = (role: string): ProjectFile[] => [...project.base, ...project.datasets].filter((file) => file.role === role);
  const source = (file: ProjectFile): SourceLayer => layerOf(file);
  const communities = of('communities');
  if (communities.length === 0) throw new UsageError(`${call.file}: found no communities, expected a file of them`);
  return {
    communities: communities.map((file) => planSource(source(file), { ...file.fields, ...call.fields })), declared: of('declared').map((file) => planSource(source(file), file.fields)),
    parents: [...of('parent').map(source), ...(call.parent === undefined ? [] : [readLayer(call.parent).source])], ...beside(call, of('atoms').map(source), of('zones').map(source)),
  };
}

function beside(call: AssessCall, compounds: readonly SourceLayer[], zones: readonly SourceLayer[]): Pick<PlanFileSet, 'compounds' | 'zones' | 'tables'> {
  const allZones = [...zones, ...call.zones.map((path) => readLayer(path).source)];
  return { compounds: [...compounds, ...call.compounds.map((path) => readLayer(path).source)], zones: allZones.length > 0 ? allZones : null, tables: tablesOf(call.tables, undefined) };
}

export function projectOf(path: string, bytes: Uint8Array): Project {
  const { project, problems, missing } = readProject(bytes);
  if (project === null || missing.length > 0) {
    throw new UsageError([...problems.map(({ code, line, found, expected }) => [`${path}: ${code}`, line === null ? '' : `#${line}`, found ?? '', expected ?? ''].filter((part) => part !== '').join('; ')), ...missing.map(({ name }) => `${path}: ${name} is lost`)].join('\n'));
  }
  return project;
}

function layerOf({ name, bytes }: ProjectFile): SourceLayer {
  const { source, problems } = finish(readGeoJson(name, bytes));
  if (source === null) throw new InputProblems(problems);
  return source;
}

/** By name; the open one unless told. `base`: the files as they are. */
function headOf(history: History, name: string | undefined, t: Translate): { plan: Plan; name: string | null } {
  const standing = history.scenarios.filter(({ deleted }) => !deleted);
  const found = name === undefined ? standing.find(({ id }) => id === history.current) : standing.find((each) => each.name === name);
  if (found !== undefined) return { plan: revisionAt(history, found.head).plan, name: found.name };
  if (name === undefined || name === 'base' || name === t('cli.base')) return { plan: revisionAt(history, 0).plan, name: null };
  throw new UsageError(`--scenario: found ${name}, expected ${['base', ...standing.map((each) => each.name)].join(', ')}`);
}

function errorsOf({ base, units, parent }: OpenedFiles, plan: Plan, acceptances: readonly Acceptance[], tolerances: CheckTolerances): number {
  const layer = plan === base ? units : planLayer(base, plan, units, parent);
  const { defects } = finish(checkCoverage({ units: layer, parent }, tolerances));
  return applyAcceptances(defects, [...acceptances]).decided.filter(({ severity }) => severity === 'error').length;
}
