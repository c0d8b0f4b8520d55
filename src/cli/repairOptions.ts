/** The call of `sizhi repair`, read and judged. */
import { parseArgs } from 'node:util';
import type { Acceptance } from '../core/coverage/accept.ts';
import { readAcceptances } from '../core/coverage/acceptFile.ts';
import { DEFECT_CLASSES, type DefectClass } from '../core/coverage/defect.ts';
import { DEFAULT_REPAIR_CLASSES } from '../core/plan/repair/propose.ts';
import { REPAIR_RULES, type RepairRule } from '../core/plan/repair/reasons.ts';
import type { FieldMap } from '../io/fields.ts';
import { UsageError } from './exit.ts';
import { fieldsOf } from './fieldOptions.ts';
import { readBytes } from './files.ts';

export interface RepairCall {
  file: string;
  out: string;
  parent?: string;
  declared?: string;
  classes: ReadonlySet<DefectClass>;
  maxWidthMetres: number | null;
  rule: RepairRule;
  /** Defect → community, by its label; null: as proposed. */
  choices: ReadonlyMap<string, string | null>;
  acceptances: Acceptance[];
  fields: FieldMap;
  json: boolean;
  language: 'zh' | 'en';
}

export function repairOptions(argv: string[]): RepairCall {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv, allowPositionals: true,
      options: {
        'out': { type: 'string' }, 'parent': { type: 'string' }, 'declared': { type: 'string' }, 'classes': { type: 'string', multiple: true }, 'max-width': { type: 'string' },
        'to': { type: 'string' }, 'decisions': { type: 'string', multiple: true }, 'field': { type: 'string', multiple: true },
        'json': { type: 'boolean' }, 'lang': { type: 'string' }, 'as-of': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) throw new UsageError(`repair takes one FILE, found ${positionals.length}`);
  if (values.out === undefined) throw new UsageError('repair needs --out FILE');
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  if (values['as-of'] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values['as-of'])) throw new UsageError(`--as-of: found ${values['as-of']}, expected YYYY-MM-DD`);
  const rule = REPAIR_RULES.find((name) => name === (values.to ?? REPAIR_RULES[0]));
  if (rule === undefined) throw new UsageError(`--to: found ${values.to ?? ''}, expected ${REPAIR_RULES.join(', ')}`);
  return {
    file: positionals[0]!, out: values.out, parent: values.parent, declared: values.declared,
    classes: classesOf(values.classes), maxWidthMetres: metresOf(values['max-width']), rule,
    ...decisionsOf(values.decisions ?? []),
    fields: fieldsOf(values.field ?? []), json: values.json ?? false, language: values.lang === 'en' ? 'en' : 'zh',
  };
}

/** `G1,O1`, several times, a letter for all of its classes, or `all`. */
function classesOf(lists: string[] | undefined): ReadonlySet<DefectClass> {
  if (lists === undefined) return new Set(DEFAULT_REPAIR_CLASSES);
  const names = lists.flatMap((list) => list.split(/[\s,;，、]+/)).filter((name) => name !== '');
  const found = names.map((name) => {
    const upper = name.toUpperCase();
    const classes = DEFECT_CLASSES.filter((each) => upper === 'ALL' || each === upper || (upper.length === 1 && each.startsWith(upper)));
    if (classes.length === 0) throw new UsageError(`--classes: found ${name}, expected all or some of ${DEFECT_CLASSES.join(',')}`);
    return classes;
  });
  if (found.length === 0) throw new UsageError(`--classes: found nothing, expected all or some of ${DEFECT_CLASSES.join(',')}`);
  return new Set(found.flat());
}

function metresOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '' || value <= 0) throw new UsageError(`--max-width: found ${text}, expected metres above 0`);
  return value;
}

/** A list of acceptances as the page exports it, or of `{defect, to}`, or both in one list. */
function decisionsOf(paths: string[]): { choices: Map<string, string | null>; acceptances: Acceptance[] } {
  const choices = new Map<string, string | null>();
  const acceptances: Acceptance[] = [];
  for (const path of paths) {
    const text = new TextDecoder().decode(readBytes(path));
    const rest: unknown[] = [];
    let file: unknown;
    try {
      file = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const list: unknown = Array.isArray(file) ? file : typeof file === 'object' && file !== null && Object.hasOwn(file, 'decisions') ? (file as { decisions: unknown }).decisions : null;
    if (!Array.isArray(list)) {
      acceptances.push(...acceptancesOf(path, text));
      continue;
    }
    for (const [index, entry] of (list as unknown[]).entries()) {
      if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, 'defect')) {
        rest.push(entry);
        continue;
      }
      const { defect, to = null } = entry as { defect: unknown; to?: unknown };
      if (typeof defect !== 'string' || (to !== null && typeof to !== 'string')) throw new UsageError(`${path}: #${index}: expected {"defect": id, "to": code or name, or null}`);
      choices.set(defect, to);
    }
    if (rest.length > 0) acceptances.push(...acceptancesOf(path, JSON.stringify(rest)));
  }
  return { choices, acceptances };
}

function acceptancesOf(path: string, text: string): Acceptance[] {
  const { acceptances, problems } = readAcceptances(text);
  if (problems.length === 0) return acceptances;
  throw new UsageError(problems.map(({ code, index, field, found, expected }) =>
    `${path}: ${[code, index === null ? '' : `#${index}`, field ?? '', found ?? '', expected ?? ''].filter((part) => part !== '').join('; ')}`).join('\n'));
}
