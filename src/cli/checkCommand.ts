/** `sizhi check`: the defects of a boundary file. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { applyAcceptances, type Acceptance, type DecidedDefect } from '../core/coverage/accept.ts';
import { readAcceptances } from '../core/coverage/acceptFile.ts';
import { checkCoverage } from '../core/coverage/check.ts';
import { DEFAULT_TOLERANCES, DEFECT_CLASSES, type CheckResult, type CheckTolerances } from '../core/coverage/defect.ts';
import { secondOpinion } from '../core/coverage/secondOpinion.ts';
import type { SecondOpinion } from '../core/coverage/opinion.ts';
import { finish, type Work } from '../core/progress.ts';
import { translator, type Translate } from '../i18n/index.ts';
import { checkCodes } from '../io/codeCheck.ts';
import { concatLayers } from '../io/concatLayers.ts';
import { columnsOf } from '../io/columns.ts';
import { datumProblems } from '../io/datumCheck.ts';
import { guessFields, type FieldMap } from '../io/fields.ts';
import { validateShape } from '../io/geojson/shapeCheck.ts';
import type { ReadProblem } from '../io/problem.ts';
import { unitLabels } from '../io/unitLabel.ts';
import { defectsGeoJson } from '../report/defectsGeoJson.ts';
import { describeProblem } from './describe.ts';
import { ExitCode, UsageError } from './exit.ts';
import { fieldsOf } from './fieldOptions.ts';
import { readBytes, readLayer, type TimedLayer } from './files.ts';
import { printCheck } from './printCheck.ts';

export function checkCommand(argv: string[]): ExitCode {
  const options = parse(argv);
  const t = translator(options.language);
  const main = readLayer(options.file);
  const declared = options.declared === undefined ? null : readLayer(options.declared);
  const parent = options.parent === undefined ? null : readLayer(options.parent);
  const units = concatLayers([main, ...(declared ? [declared] : [])].map(({ source }) => source.layer));

  const started = performance.now();
  const result = finish(checkCoverage({ units, parent: parent?.source.layer ?? null }, options.tolerances));
  const checkMs = performance.now() - started;

  const fieldsIn = ({ source }: TimedLayer): FieldMap => ({ ...guessFields(columnsOf(source.properties)), ...options.fields });
  const labels = [main, ...(declared ? [declared] : [])].flatMap((layer) => unitLabels(layer.source, fieldsIn(layer)));
  const acceptances = options.accepted === undefined ? [] : acceptancesOf(options.accepted, t);
  const decided = applyAcceptances(result.defects, acceptances).decided;

  const timing: Record<string, number> = { readMs: main.readMs + (declared?.readMs ?? 0) + (parent?.readMs ?? 0), checkMs };
  if (options.parseBaseline) timing.parseMs = timed(() => JSON.parse(new TextDecoder().decode(main.bytes)) as unknown);
  const problems = [...main.source.problems, ...(parent?.source.problems ?? []), ...(declared?.source.problems ?? [])];
  problems.push(...checkCodes(main.source, fieldsIn(main)));
  if (parent) problems.push(...datumProblems(main.source, parent.source));
  timing.validateMs = timed(() => { problems.push(...finish(validateShape(main.source))); });
  const opinion = options.secondOpinion ? drive(secondOpinion(units, parent?.source.layer ?? null, result, { clock: () => performance.now() }), t) : null;

  if (options.out !== undefined) writeFileSync(options.out, defectsGeoJson(result, labels, acceptances, t));
  for (const problem of problems) process.stderr.write(`${describeProblem(problem, t)}\n`);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(asJson(result, labels, decided, opinion, timing, problems))}\n`);
  } else printCheck({ file: options.file, result, labels, decided, opinion, timing, t });
  return decided.some(({ severity }) => severity === 'error') ? ExitCode.found : ExitCode.clean;
}

interface Options {
  file: string;
  parent?: string;
  declared?: string;
  accepted?: string;
  out?: string;
  tolerances: CheckTolerances;
  fields: FieldMap;
  secondOpinion: boolean;
  parseBaseline: boolean;
  json: boolean;
  language: 'zh' | 'en';
}

function parse(argv: string[]): Options {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv, allowPositionals: true,
      options: {
        'parent': { type: 'string' }, 'declared': { type: 'string' }, 'accepted': { type: 'string' }, 'out': { type: 'string' },
        'grid': { type: 'string' }, 'match': { type: 'string' }, 'sliver': { type: 'string' }, 'field': { type: 'string', multiple: true },
        'second-opinion': { type: 'boolean' }, 'parse-baseline': { type: 'boolean' }, 'json': { type: 'boolean' },
        'lang': { type: 'string' }, 'as-of': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) throw new UsageError(`check takes one FILE, found ${positionals.length}`);
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  if (values['as-of'] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values['as-of'])) throw new UsageError(`--as-of: found ${values['as-of']}, expected YYYY-MM-DD`);
  return {
    file: positionals[0]!,
    parent: values.parent, declared: values.declared, accepted: values.accepted, out: values.out,
    tolerances: {
      gridMetres: metres('--grid', values.grid, DEFAULT_TOLERANCES.gridMetres, DEFAULT_TOLERANCES.gridMetres),
      matchMetres: metres('--match', values.match, DEFAULT_TOLERANCES.matchMetres, 0),
      sliverMetres: metres('--sliver', values.sliver, DEFAULT_TOLERANCES.sliverMetres, 0),
    },
    fields: fieldsOf(values.field ?? []),
    secondOpinion: values['second-opinion'] ?? false,
    parseBaseline: values['parse-baseline'] ?? false,
    json: values.json ?? false,
    language: values.lang === 'en' ? 'en' : 'zh',
  };
}

function metres(option: string, text: string | undefined, standard: number, least: number): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '' || value < least || value > 1000) {
    throw new UsageError(`${option}: found ${text}, expected metres from ${least} to 1000`);
  }
  return value;
}

function acceptancesOf(path: string, t: Translate): Acceptance[] {
  const { acceptances, problems } = readAcceptances(new TextDecoder().decode(readBytes(path)));
  if (problems.length > 0) {
    throw new UsageError(problems.map(({ code, index, field, found, expected }) =>
      `${path}: ${[code, index === null ? '' : `#${index}`, field ?? '', found === null ? '' : t('cli.found', { found }), expected === null ? '' : t('cli.expected', { expected })].filter(Boolean).join('; ')}`).join('\n'));
  }
  return acceptances;
}

function asJson(
  result: CheckResult, labels: string[], decided: DecidedDefect[], opinion: SecondOpinion | null,
  timing: Record<string, number>, problems: ReadProblem[],
) {
  const summary = Object.fromEntries(DEFECT_CLASSES.map((name) => [name, result.defects.filter((defect) => defect.class === name).length]));
  return {
    units: result.unitCount,
    vertices: result.vertexCount,
    defects: decided.map(({ defect, severity, state, acceptance }) => ({
      ...defect, severity, state,
      units: defect.units.map((unit) => labels[unit]),
      borders: defect.borders.map(({ unit, lengthMetres }) => ({ unit: unit < 0 ? null : labels[unit], lengthMetres })),
      ...(acceptance && { reason: acceptance.reason, groundKind: acceptance.groundKind, note: acceptance.note, role: acceptance.role }),
    })),
    summary,
    totals: result.totals,
    tolerances: result.tolerances,
    ...(opinion && {
      secondOpinion: {
        ...opinion,
        differences: opinion.differences.map((difference) => ({ ...difference, units: difference.units.map((unit) => labels[unit]) })),
      },
    }),
    problems,
    timing,
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Long work tells on stderr where it stands. */
function drive<T>(work: Work<T>, t: Translate): T {
  let last = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - last < 1000) continue;
    last = performance.now();
    process.stderr.write(`${t('cli.secondOpinion')} ${Math.round((step.value.fraction ?? 0) * 100)} %\n`);
  }
}
