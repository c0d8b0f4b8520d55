/** The fields of a community, and which column of a file holds which. */
import { FIELD_ALIASES } from './fieldAliases.ts';
import { normalColumn, withoutUnit } from './columnName.ts';

/** By the names that files may give them (cli contract). */
export const COMMUNITY_FIELDS = [
  'code', 'name', 'subdistrict', 'district', 'districtKind', 'kind', 'zone', 'entrusted', 'state',
  'households', 'householdsRegistered', 'householdsExpected', 'dwellings', 'dwellingsOccupied', 'people', 'peopleRegistered',
  'floorAreaSquareMetres', 'elderlyAreaSquareMetres', 'activityAreaSquareMetres', 'plazaSquareMetres', 'tenure',
  'partyBody', 'partyMembers', 'committeeMembers', 'bothRoles', 'workers', 'fullTime', 'newBuild', 'completed', 'established', 'approvalDocument',
  'toddlerPlaces', 'socialOrganisations', 'volunteers', 'certified', 'fourLimits',
] as const;

/** Rows of the scorecard (rules.md §8) that a community has or has not: one boolean each. */
export const INDICATOR_FIELDS = [
  'indicator1', 'indicator2', 'indicator3', 'indicator10', 'indicator11', 'indicator12', 'indicator13', 'indicator14', 'indicator15', 'indicator16',
  'indicator18', 'indicator19', 'indicator20', 'indicator21', 'indicator22',
] as const;

export const ALL_FIELDS = [...COMMUNITY_FIELDS, ...INDICATOR_FIELDS] as const;
export type CommunityField = (typeof ALL_FIELDS)[number];

/** Which column holds which field. A field without a column is absent. */
export type FieldMap = Partial<Record<CommunityField, string>>;

/**
 * Guesses by name. A column serves one field, a field takes the column whose name stands earliest
 * in its list of aliases; between equals the first in the file. Exact names come before those that
 * fit only without their unit (`面积(㎡)`), so a close variant never displaces the true one.
 */
export function guessFields(columns: readonly (string | { readonly name: string })[]): FieldMap {
  const names = columns.map((column) => (typeof column === 'string' ? column : column.name));
  const fields: FieldMap = {};
  const taken = new Set<string>();
  for (const form of [normalColumn, withoutUnit]) {
    const byForm = new Map<string, string>();
    for (const name of names) {
      const key = form(name);
      if (!taken.has(name) && !byForm.has(key)) byForm.set(key, name);
    }
    for (const field of ALL_FIELDS) {
      if (fields[field] !== undefined) continue;
      const column = FIELD_ALIASES[field].map((alias) => byForm.get(form(alias))).find((name) => name !== undefined && !taken.has(name));
      if (column === undefined) continue;
      fields[field] = column;
      taken.add(column);
    }
  }
  return fields;
}
