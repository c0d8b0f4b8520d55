/** The call of `sizhi assess`. */
import { parseArgs } from 'node:util';
import type { Language } from '../i18n/index.ts';
import type { FieldMap } from '../io/fields.ts';
import { UsageError } from './exit.ts';
import { fieldsOf } from './fieldOptions.ts';

export interface AssessCall {
  /** A boundary file, or a project. */
  readonly file: string;
  /** Id of a shipped profile, or a file. */
  readonly profile: string;
  readonly references: readonly string[];
  readonly scenario?: string;
  readonly tables: readonly string[];
  readonly zones: readonly string[];
  readonly facilities: readonly string[];
  readonly compounds: readonly string[];
  readonly parent?: string;
  readonly declared?: string;
  readonly fields: FieldMap;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly averagePayYuan: number | null;
  readonly whole?: 'city' | 'district';
  readonly json: boolean;
  readonly language: Language;
}

export function assessOptions(argv: string[]): AssessCall {
  const { values, positionals } = parsed(argv);
  if (positionals.length !== 1) throw new UsageError(`assess takes one FILE or PROJECT, found ${positionals.length}`);
  if (values.profile === undefined) throw new UsageError('assess needs --profile xian, weihai or FILE.json');
  if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`--lang: found ${values.lang}, expected zh or en`);
  const asOf = values['as-of'] ?? new Date().toISOString().slice(0, 10);
  if (!isDay(asOf)) throw new UsageError(`--as-of: found ${asOf}, expected YYYY-MM-DD`);
  const { whole } = values;
  if (whole !== undefined && whole !== 'city' && whole !== 'district') throw new UsageError(`--whole: found ${whole}, expected city or district`);
  return {
    file: positionals[0]!, profile: values.profile, references: values.reference ?? [], tables: values.table ?? [], zones: values.zones ?? [], facilities: values.facilities ?? [],
    compounds: values.compounds ?? [], fields: fieldsOf(values.field ?? []), asOf, averagePayYuan: payOf(values['average-pay']), json: values.json ?? false, language: values.lang === 'en' ? 'en' : 'zh',
    ...(values.scenario === undefined ? {} : { scenario: values.scenario }), ...(values.parent === undefined ? {} : { parent: values.parent }),
    ...(values.declared === undefined ? {} : { declared: values.declared }), ...(whole === undefined ? {} : { whole }),
  };
}

function parsed(argv: string[]) {
  try {
    const many = { type: 'string', multiple: true } as const;
    const one = { type: 'string' } as const;
    return parseArgs({
      args: argv, allowPositionals: true,
      options: {
        'profile': one, 'reference': many, 'scenario': one, 'table': many, 'zones': many, 'facilities': many, 'compounds': many, 'parent': one, 'declared': one, 'field': many,
        'as-of': one, 'average-pay': one, 'whole': one, 'json': { type: 'boolean' }, 'lang': one,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function payOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new UsageError(`--average-pay: found ${text}, expected yuan a year`);
  return value;
}
