/** `sizhi apply`: a list of commands on a boundary file, as the page would carry them out; the result as a file or as a project. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEFAULT_TOLERANCES } from '../core/coverage/defect.ts';
import { partsOf } from '../core/coverage/shape.ts';
import { updateFigures, type Figures } from '../core/households/figures.ts';
import { figuresOfUnit } from '../core/households/read.ts';
import { applyCommand as apply } from '../core/plan/apply.ts';
import { commit, headPlan, openHistory } from '../core/plan/history.ts';
import { toLog } from '../core/plan/log.ts';
import type { Plan } from '../core/plan/plan.ts';
import { readCommand } from '../core/plan/readCommand.ts';
import type { Rejection } from '../core/plan/rejection.ts';
import type { History } from '../core/plan/revision.ts';
import { isMessageKey, translator, type Translate } from '../i18n/index.ts';
import { columnsOf } from '../io/columns.ts';
import { guessFields, type FieldMap } from '../io/fields.ts';
import { writePlan, type PlanSource } from '../io/geojson/writePlan.ts';
import type { Project, ProjectFile } from '../io/project/project.ts';
import { writeProject } from '../io/project/writeProject.ts';
import type { SourceLayer } from '../io/sourceLayer.ts';
import { openFiles, planSource } from './assessFiles.ts';
import { ExitCode, UsageError } from './exit.ts';
import { readBytes, readLayer } from './files.ts';
import { describeTableProblem, refuseUnjoined, TableRefusals, tablesOf, tellRefusals } from './tableOptions.ts';

/** A list longer than this is refused: no hand writes it. */
const MOST_COMMANDS = 100_000;

interface Call {
  file: string;
  commands: string;
  out: string;
  parent?: string;
  declared?: string;
  compounds: string[];
  tables: string[];
  asOf: string;
  json: boolean;
  t: Translate;
}

export function applyCommand(argv: string[]): ExitCode {
  const call = callOf(argv);
  try {
    return carryOut(call);
  } catch (error) {
    if (error instanceof TableRefusals) return tellRefusals(error, call.json, call.t);
    throw error;
  }
}

function carryOut(call: Call): ExitCode {
  const commands = commandsOf(call.commands);
  const main = readLayer(call.file).source;
  const declared = call.declared === undefined ? null : readLayer(call.declared).source;
  const parent = call.parent === undefined ? null : readLayer(call.parent).source;
  const compounds = call.compounds.map((path) => readLayer(path).source);
  const files = openFiles({
    communities: [planSource(main)], declared: declared ? [planSource(declared)] : [], parents: parent ? [parent] : [], compounds, zones: null, tables: tablesOf(call.tables, undefined),
  });
  refuseUnjoined(files.problems);
  if (call.tables.length > 0) for (const problem of files.problems) process.stderr.write(`${describeTableProblem(problem, call.t)}\n`);
  const { base, coverage, sources, figures } = files;

  let history = openHistory(base, call.t('cli.firstScenario'));
  const rejected: { index: number; reason: string; rejection: Rejection }[] = [];
  commands.forEach((value, index) => {
    const command = readCommand(value);
    const result = command.ok ? commit(history, command.value, { by: '', when: call.asOf }, apply) : command;
    if (result.ok) history = (result as { history: History }).history;
    else rejected.push({ index, reason: result.rejection.code, rejection: result.rejection });
  });
  const plan = headPlan(history);
  if (call.tables.length > 0 && call.out.endsWith('.sizhi')) process.stderr.write(`${call.t('cli.tablesNotKept')}\n`);
  writeFileSync(call.out, call.out.endsWith('.sizhi') ? projectBytes(history, { main, declared, parent, compounds }, sources) : writePlan(plan, coverage, sources, parent?.layer ?? null).files[0]!.bytes);
  tell(call, plan, updateFigures(figures, plan), commands.length - rejected.length, rejected);
  return rejected.length > 0 ? ExitCode.found : ExitCode.clean;
}

function callOf(argv: string[]): Call {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv, allowPositionals: true,
      options: {
        'commands': { type: 'string' }, 'out': { type: 'string' }, 'parent': { type: 'string' }, 'declared': { type: 'string' },
        'compounds': { type: 'string', multiple: true }, 'table': { type: 'string', multiple: true }, 'json': { type: 'boolean' }, 'lang': { type: 'string' }, 'as-of': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) throw new UsageError(`apply takes one FILE, found ${positionals.length}`);
  if (values.commands === undefined) throw new UsageError('apply needs --commands FILE.json');
  if (values.out === undefined) throw new UsageError('apply needs --out PROJECT.sizhi or FILE.geojson');
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  if (values['as-of'] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values['as-of'])) throw new UsageError(`--as-of: found ${values['as-of']}, expected YYYY-MM-DD`);
  return {
    file: positionals[0]!, commands: values.commands, out: values.out, parent: values.parent, declared: values.declared,
    compounds: values.compounds ?? [], tables: values.table ?? [], asOf: `${values['as-of'] ?? new Date().toISOString().slice(0, 10)}T00:00:00.000Z`,
    json: values.json ?? false, t: translator(values.lang === 'en' ? 'en' : 'zh'),
  };
}

/** A list of commands, or an object with one under `commands`. */
function commandsOf(path: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readBytes(path)));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const list = Array.isArray(value) ? value as unknown[] : (value as { commands?: unknown } | null)?.commands;
  if (!Array.isArray(list)) throw new UsageError(`${path}: found ${value === null ? 'null' : typeof value}, expected a list of commands`);
  if (list.length > MOST_COMMANDS) throw new UsageError(`${path}: found ${list.length} commands, expected at most ${MOST_COMMANDS}`);
  return list as unknown[];
}

function projectBytes(history: History, files: { main: SourceLayer; declared: SourceLayer | null; parent: SourceLayer | null; compounds: readonly SourceLayer[] }, sources: readonly PlanSource[]): Uint8Array {
  const file = (source: SourceLayer, role: string, fields: FieldMap): ProjectFile => ({ name: baseName(source.fileName), role, fields, encoding: source.encoding, bytes: source.bytes });
  const project: Project = {
    name: baseName(files.main.fileName).replace(/\.[^.]*$/, ''), madeBy: 'Sizhi', tolerances: DEFAULT_TOLERANCES, acceptances: [], signature: null, profile: null,
    base: [
      file(files.main, 'communities', sources[0]!.fields),
      ...(files.declared ? [file(files.declared, 'declared', sources[1]!.fields)] : []),
      ...(files.parent ? [file(files.parent, 'parent', guessFields(columnsOf(files.parent.properties)))] : []),
    ],
    datasets: files.compounds.map((source) => file(source, 'atoms', guessFields(columnsOf(source.properties)))),
    ...toLog(history),
  };
  return writeProject(project);
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}

function tell({ json, t }: Call, plan: Plan, figures: Figures, applied: number, rejected: readonly { index: number; reason: string; rejection: Rejection }[]): void {
  const communities = [...plan.units].flatMap((unit, index) => {
    if (unit.role !== 'community' || unit.abolished) return [];
    const own = figuresOfUnit(figures, index);
    const estimated = own.households > 0 ? own.estimatedHouseholds / own.households : 0;
    return [{
      id: unit.id, name: unit.name, households: own.householdsKnown ? own.households : null, people: own.peopleKnown ? own.people : null,
      areaSquareMetres: own.areaSquareMetres, pieces: partsOf(plan.coverage, plan.coverage.facesOf.get(index)).length, estimatedShare: estimated,
    }];
  });
  const open = (several: boolean) => plan.coverage.unsettled.reduce((sum, id) => {
    const face = plan.coverage.faces.get(id)!;
    return face.claimants.length > 1 === several && (several || face.inParent) ? sum + face.areaSquareMetres : sum;
  }, 0);
  const outcome = { applied, rejected: rejected.map(({ index, reason, rejection }) => ({ index, reason, ...detail(rejection) })), communities, unassignedSquareMetres: open(false), contestedSquareMetres: open(true) };
  if (json) {
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
    return;
  }
  process.stdout.write(`${t('cli.applied', { applied, rejected: rejected.length, communities: communities.length })}\n`);
  for (const { index, rejection } of rejected) process.stdout.write(`#${index} ${reasonText(rejection, t)}\n`);
}

function detail({ subjects, at, member, expected }: Rejection) {
  return { ...(subjects && { subjects }), ...(at && { at }), ...(member !== undefined && { member }), ...(expected !== undefined && { expected }) };
}

/** The reason in words, then what was found and where. */
function reasonText(rejection: Rejection, t: Translate): string {
  const key = `rejection.${rejection.code}`;
  const { subjects = [], at, member, expected } = rejection;
  const words = isMessageKey(key) ? t(key, { subjects: subjects.join(', '), expected: expected ?? '', member: member ?? '' }) : rejection.code;
  const facts = [subjects.join(', '), member ?? '', expected === undefined ? '' : t('cli.expected', { expected }), at ? at.join(',') : ''].filter((part) => part !== '' && !words.includes(part));
  // Control characters in a hostile file must not reach the terminal.
  return [words, ...facts].join(' · ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}
