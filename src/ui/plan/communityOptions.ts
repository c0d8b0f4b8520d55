/** Communities to choose from, found by name, subdistrict or code. */
import type { CommunityRow } from '../../worker/planProtocol.ts';
import type { SearchOption } from '../controls/searchOptions.ts';

export function communityOptions(rows: readonly CommunityRow[]): SearchOption[] {
  return rows.map(({ id, name, subdistrict, code }) => ({ value: id, label: name, ...(subdistrict === null ? {} : { note: subdistrict }), words: `${code ?? ''} ${id}` }));
}
