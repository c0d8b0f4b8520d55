/** Entries of the profile as rows of the list: of one group each, found by words, shown by state. */
import type { Language } from '../../../i18n/index.ts';
import { TRIED, type AnyEntry } from '../../../core/rules/changedProfile.ts';
import type { Layered } from '../../../core/rules/resolveProfile.ts';
import type { DocumentInfo, Indicator, MoneyEntry, Parameter, Rule } from '../../../core/rules/profile.ts';
import { FAMILIES, type Family } from '../../../core/rules/vocabulary.ts';
import type { RulesView } from '../../../worker/assessProtocol.ts';

/** An entry with its kind: what `changeRule` names. */
export type EntryRow =
  | { readonly of: 'rule'; readonly entry: Layered<Rule> }
  | { readonly of: 'indicator'; readonly entry: Layered<Indicator> }
  | { readonly of: 'money'; readonly entry: Layered<MoneyEntry> }
  | { readonly of: 'parameter'; readonly entry: Layered<Parameter> };

/** The same, of any layer. */
export type EntryOf = { readonly [K in EntryRow['of']]: { readonly of: K; readonly entry: Omit<Extract<EntryRow, { of: K }>['entry'], 'from' | 'overrides' | 'off' | 'reference'> } }[EntryRow['of']];

export type Group = `family.${Family}` | 'indicator' | 'money' | 'parameter';
export const GROUPS: readonly Group[] = [...FAMILIES.map((family) => `family.${family}` as const), 'indicator', 'money', 'parameter'];

export const SHOWN = ['all', 'tried', 'overriding', 'off'] as const;
export type Shown = (typeof SHOWN)[number];

export function entryRows({ rules, indicators, money, parameters }: Pick<RulesView, 'rules' | 'indicators' | 'money' | 'parameters'>): EntryRow[] {
  return [
    ...rules.map((entry) => ({ of: 'rule' as const, entry })), ...indicators.map((entry) => ({ of: 'indicator' as const, entry })),
    ...money.map((entry) => ({ of: 'money' as const, entry })), ...parameters.map((entry) => ({ of: 'parameter' as const, entry })),
  ];
}

/** Kinds have ids of their own; a reference may repeat one. */
export function rowKey({ of, entry }: EntryRow): string {
  return `${of} ${entry.reference ? `${entry.from} ` : ''}${entry.id}`;
}

export function groupOf(row: EntryRow): Group {
  return row.of === 'rule' ? `family.${row.entry.family}` : row.of;
}

export function isTried({ entry }: EntryRow): boolean {
  return entry.from === TRIED;
}

/** What stands beneath: the profile's own numbers where a scenario tries others. */
export function beneath({ entry }: EntryRow): AnyEntry {
  const [below] = entry.overrides;
  return entry.from === TRIED && below !== undefined ? below : entry;
}

export function isShown(row: EntryRow, shown: Shown): boolean {
  if (shown === 'all') return true;
  if (shown === 'tried') return isTried(row);
  return shown === 'off' ? row.entry.off : row.entry.overrides.length > 0;
}

/** Every word that is typed is in the wording, the id, the article or the document's title. */
export function isFound({ entry }: EntryRow, typed: string, language: Language, documents: readonly DocumentInfo[]): boolean {
  const title = documents.find(({ id }) => id === entry.source.document)?.title[language] ?? '';
  const text = `${entry.wording[language]} ${entry.id} ${entry.source.document} ${entry.source.article} ${title} ${entry.reading?.[language] ?? ''}`.toLowerCase();
  return typed.toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}
