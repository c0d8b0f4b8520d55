/** Old → new identities as a table for Excel: a row for each pair, so that a code is looked up by one column. */
import type { MessageKey, Translate } from '../i18n/index.ts';
import { csv, type Cell } from './csv.ts';

export interface IdentityRow {
  oldId: string;
  oldName: string;
  oldCode: string | null;
  fate: 'unchanged' | 'boundaryChanged' | 'split' | 'merged' | 'abolished' | 'new';
  into: readonly { id: string; name: string; code: string | null }[];
}

export function identitiesCsv(rows: readonly IdentityRow[], t: Translate): string {
  const body = rows.flatMap(({ oldId, oldName, oldCode, fate, into }) => {
    const old: Cell[] = [oldName, oldCode ?? oldId, t(`fate.${fate}` satisfies MessageKey)];
    return into.length === 0 ? [[...old, null, null]] : into.map((one): Cell[] => [...old, one.name, one.code ?? one.id]);
  });
  return csv([[t('identity.oldName'), t('identity.oldCode'), t('column.fate'), t('identity.newName'), t('identity.newCode')], ...body]);
}
