/**
 * Rows of a table → communities: by code, else by name within the subdistrict. What does not join is told with near names; two rows for one
 * community are told too, and neither is taken. Decisions of a person settle both, and the join is simply run again with them.
 */
import { finish, type Work } from '../../core/progress.ts';
import { bareCommunity, bareSubdistrict } from '../../core/rules/workplan/names.ts';
import { readCode } from '../codes.ts';
import type { TableColumns } from './guessKind.ts';
import { coreOf, nearNames, type NearName } from './nearNames.ts';
import type { TableProblems } from './problem.ts';
import { cellOf, type Table, type TableRow } from './table.ts';

export interface JoinCommunity {
  /** Unit's id in the plan. */
  readonly id: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly subdistrict: string | null;
}

/** By row of the table: id of the community, or null to leave the row out. Plain JSON. */
export type JoinDecisions = Readonly<Record<number, string | null>>;

export interface JoinedRow {
  readonly row: TableRow;
  readonly community: string;
  readonly by: 'code' | 'name' | 'decision';
}

export interface UnjoinedRow {
  readonly row: number;
  /** As written. */
  readonly code: string | null;
  readonly name: string | null;
  readonly subdistrict: string | null;
  /** `ambiguous`: several communities have the name; they are the near ones. */
  readonly reason: 'notFound' | 'ambiguous' | 'noKey';
  /** The best first. */
  readonly near: readonly NearName[];
}

/** Several rows that say different things of one community: none is taken until a person chooses. */
export interface DoubledRows {
  readonly community: string;
  readonly rows: readonly number[];
}

export interface TableJoin {
  readonly joined: readonly JoinedRow[];
  readonly unjoined: readonly UnjoinedRow[];
  readonly doubled: readonly DoubledRows[];
  /** Rows that repeat another word for word: taken once. */
  readonly repeated: readonly number[];
  readonly leftOut: readonly number[];
}

export interface JoinOptions {
  /** Whether a community may have many rows: rooms, staff, compounds. */
  readonly many: boolean;
  /** Whether a blank key is a merged cell's, hence the row's above: not where a row may do without a community. */
  readonly merged: boolean;
  readonly decisions?: JoinDecisions;
  /** Columns of the key. */
  readonly key: { readonly code?: string; readonly name?: string; readonly subdistrict?: string };
}

/** Key columns of a table of its kind. A table without any joins nothing. */
export function keyOf(columns: TableColumns, isWide: boolean): JoinOptions['key'] {
  const name = isWide ? columns.name : columns.community;
  return { ...(columns.code === undefined ? {} : { code: columns.code }), ...(name === undefined ? {} : { name }), ...(columns.subdistrict === undefined ? {} : { subdistrict: columns.subdistrict }) };
}

/** Distinct names for which near ones are looked up: beyond that the table is of another place. */
const MOST_NEAR = 200;

/** Rows between two places where a cancel is heard. */
const STRIDE = 1000;

export function joinTable(table: Table, communities: readonly JoinCommunity[], options: JoinOptions, problems: TableProblems): TableJoin {
  return finish(joiningTable(table, communities, options, problems));
}

export function* joiningTable(table: Table, communities: readonly JoinCommunity[], { many, merged, decisions = {}, key }: JoinOptions, problems: TableProblems): Work<TableJoin> {
  const index = new CommunityIndex(communities);
  const at = (column: string | undefined): number => (column === undefined ? -1 : table.columns.indexOf(column));
  const columns = { code: at(key.code), name: at(key.name), subdistrict: at(key.subdistrict) };
  const joined: JoinedRow[] = [];
  const unjoined: UnjoinedRow[] = [];
  const leftOut: number[] = [];
  const carry = new MergedCells(merged);
  for (const [k, row] of table.rows.entries()) {
    if (k % STRIDE === 0) yield { phase: 'table.join', fraction: k / table.rows.length };
    const text = (column: number): string => (column < 0 ? '' : cellOf(row, column).trim());
    const written = carry.fill({ code: text(columns.code), name: text(columns.name), subdistrict: text(columns.subdistrict) });
    if (written.below) problems.add({ code: 'mergedCell', severity: 'information', row: row.row, column: key.name ?? key.code ?? null, found: '', expected: written.name || written.code });
    const decision = Object.hasOwn(decisions, row.row) ? decisions[row.row] : undefined;
    if (decision === null) leftOut.push(row.row);
    else if (decision !== undefined && index.has(decision)) joined.push({ row, community: decision, by: 'decision' });
    else {
      if (decision !== undefined) problems.add({ code: 'decisionUnknown', row: row.row, found: decision, expected: '…' });
      const found = index.find(written, row.row, key, problems);
      if (typeof found === 'string') joined.push({ row, ...index.last(found) });
      else unjoined.push({ row: row.row, code: written.code || null, name: written.name || null, subdistrict: written.subdistrict || null, ...found });
    }
  }
  for (const { row, name, code, reason, near } of unjoined) problems.add({ code: reason === 'ambiguous' ? 'ambiguous' : 'unjoined', row, column: key.name ?? key.code ?? null, found: name ?? code ?? '', expected: near.map((each) => each.name).join(' / ') });
  return { ...(many ? { joined, doubled: [], repeated: [] } : withoutDoubles(joined, problems)), unjoined, leftOut };
}

/** The same choice for every row whose key is written alike: a wrong name stands in all rows of a community. */
export function decideAlike(join: TableJoin, decisions: JoinDecisions, row: number, community: string | null): JoinDecisions {
  const chosen = join.unjoined.find((each) => each.row === row);
  const alike = chosen === undefined ? [row] : join.unjoined.filter(({ code, name, subdistrict }) => code === chosen.code && name === chosen.name && subdistrict === chosen.subdistrict).map((each) => each.row);
  return { ...decisions, ...Object.fromEntries(alike.map((each) => [each, community])) };
}

/** Of a doubled community: one row is taken, the others are left out. */
export function chooseRow(join: TableJoin, decisions: JoinDecisions, row: number): JoinDecisions {
  const doubled = join.doubled.find(({ rows }) => rows.includes(row));
  return doubled === undefined ? decisions : { ...decisions, ...Object.fromEntries(doubled.rows.map((each) => [each, each === row ? doubled.community : null])) };
}

interface Written {
  readonly code: string;
  readonly name: string;
  readonly subdistrict: string;
  /** The subdistrict comes from a merged cell above. */
  readonly carried: boolean;
  /** So does the key. */
  readonly below: boolean;
}

/** A merged cell has its value in its first row only. */
class MergedCells {
  private last = { code: '', name: '', subdistrict: '' };

  constructor(private readonly keys: boolean) {}

  fill({ code, name, subdistrict }: Omit<Written, 'carried' | 'below'>): Written {
    const isBelow = this.keys && code === '' && name === '' && (this.last.code !== '' || this.last.name !== '');
    if (!isBelow) this.last = { code, name, subdistrict: subdistrict === '' ? this.last.subdistrict : subdistrict };
    return { ...this.last, carried: subdistrict === '', below: isBelow };
  }
}

class CommunityIndex {
  private readonly byCode = new Map<string, string>();
  private readonly byName = new Map<string, number[]>();
  private readonly ids: ReadonlySet<string>;
  private readonly names: readonly string[];
  private readonly subdistricts: readonly (string | null)[];
  private readonly cores: readonly string[];
  private readonly near = new Map<string, readonly NearName[]>();
  private readonly forms = new Map<string, string>();
  private readonly bares = new Map<string, string>();
  private readonly indexOf: ReadonlyMap<string, number>;
  private by: 'code' | 'name' = 'name';

  constructor(private readonly communities: readonly JoinCommunity[]) {
    this.ids = new Set(communities.map(({ id }) => id));
    this.names = communities.map(({ name, id }) => comparable(name ?? id));
    this.cores = this.names.map(coreOf);
    this.indexOf = new Map(communities.map(({ id }, k) => [id, k]));
    this.subdistricts = communities.map(({ subdistrict }) => (subdistrict === null ? null : bareSubdistrict(subdistrict)));
    communities.forEach(({ id, code }, k) => {
      if (code !== null && !this.byCode.has(code)) this.byCode.set(code, id);
      const own = this.byName.get(this.names[k]!);
      if (own) own.push(k);
      else this.byName.set(this.names[k]!, [k]);
    });
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** What `find` found, and how. */
  last(community: string): Pick<JoinedRow, 'community' | 'by'> {
    return { community, by: this.by };
  }

  find(written: Written, row: number, key: JoinOptions['key'], problems: TableProblems): string | Pick<UnjoinedRow, 'reason' | 'near'> {
    const { code, note } = readCode(written.code);
    this.by = 'code';
    const coded = code === null ? undefined : (this.byCode.get(code) ?? (this.ids.has(code) ? code : undefined));
    if (note === 'lostDigits') problems.add({ code: 'codeLostDigits', row, column: key.code ?? null, found: written.code, expected: '000000000000' });
    if (coded !== undefined) {
      const name = this.communities[this.indexOf.get(coded)!]!.name;
      if (written.name !== '' && name !== null && this.form(written.name) !== this.names[this.indexOf.get(coded)!]) problems.add({ code: 'codeNameDiffer', row, column: key.name ?? null, found: written.name, expected: name });
      return coded;
    }
    this.by = 'name';
    if (written.name === '') return { reason: code === null ? 'noKey' : 'notFound', near: [] };
    const found = this.named(written);
    if (found.length === 1) {
      if (code !== null && note !== 'lostDigits') problems.add({ code: 'codeUnknown', row, column: key.code ?? null, found: code, expected: this.communities[found[0]!]!.code ?? '—' });
      return this.communities[found[0]!]!.id;
    }
    return found.length > 1 ? { reason: 'ambiguous', near: found.map((k) => this.asNear(k, written)) } : { reason: 'notFound', near: this.nearOf(written) };
  }

  /** Of one name within the subdistrict that is written; a subdistrict written otherwise than any of them joins nothing. */
  private named({ name, subdistrict, carried }: Written): number[] {
    const all = this.lookUp(name, subdistrict);
    if (subdistrict === '') return all;
    const own = this.bare(subdistrict);
    const within = all.filter((k) => this.subdistricts[k] === own);
    if (within.length > 0) return within;
    return all.filter((k) => this.subdistricts[k] === null || carried);
  }

  /** `席王街道十里社区` is 十里 where 席王街道 is the subdistrict. */
  private lookUp(name: string, subdistrict: string): number[] {
    const found = this.byName.get(this.form(name)) ?? [];
    if (found.length > 0 || subdistrict === '') return found;
    const plain = name.normalize('NFKC').replace(/\s/g, '');
    for (const prefix of [subdistrict, bareSubdistrict(subdistrict)]) {
      if (prefix !== '' && plain.startsWith(prefix) && plain.length > prefix.length) return this.byName.get(comparable(plain.slice(prefix.length))) ?? [];
    }
    return [];
  }

  /** The same names stand in many rows. */
  private form(name: string): string {
    let form = this.forms.get(name);
    if (form === undefined) this.forms.set(name, (form = comparable(name)));
    return form;
  }

  private bare(subdistrict: string): string {
    let bare = this.bares.get(subdistrict);
    if (bare === undefined) this.bares.set(subdistrict, (bare = bareSubdistrict(subdistrict)));
    return bare;
  }

  private asNear(k: number, { subdistrict }: Written): NearName {
    const { id, name, subdistrict: own } = this.communities[k]!;
    return { id, name: name ?? id, subdistrict: own, distance: 0, sameSubdistrict: subdistrict !== '' && this.subdistricts[k] === bareSubdistrict(subdistrict) };
  }

  private nearOf({ name, subdistrict }: Written): readonly NearName[] {
    const key = `${subdistrict} ${name}`;
    let near = this.near.get(key);
    if (near === undefined) {
      if (this.near.size >= MOST_NEAR) return [];
      near = nearNames(this.form(name), subdistrict === '' ? null : this.bare(subdistrict), this.communities, this.cores, this.subdistricts);
      this.near.set(key, near);
    }
    return near;
  }
}

const LONGEST_NAME = 60;

/** Without what stands in brackets: 红旗社区（筹）. */
function comparable(name: string): string {
  const plain = name.slice(0, LONGEST_NAME).normalize('NFKC').replace(/\s/g, '');
  return bareCommunity(plain.replace(/\([^)]*\)/g, '') || plain);
}

/** Rows that a person chose go before those that joined by themselves. */
function withoutDoubles(joined: readonly JoinedRow[], problems: TableProblems): Pick<TableJoin, 'joined' | 'doubled' | 'repeated'> {
  const byCommunity = new Map<string, JoinedRow[]>();
  for (const each of joined) {
    const own = byCommunity.get(each.community);
    if (own) own.push(each);
    else byCommunity.set(each.community, [each]);
  }
  const taken: JoinedRow[] = [];
  const doubled: DoubledRows[] = [];
  const repeated: number[] = [];
  for (const [community, all] of byCommunity) {
    const chosen = all.filter(({ by }) => by === 'decision');
    const rows = chosen.length > 0 ? chosen : all;
    const texts = new Map(rows.map((each) => [valuesOf(each.row), each]));
    if (texts.size === 1) {
      taken.push(rows[0]!);
      repeated.push(...rows.slice(1).map(({ row }) => row.row));
    } else {
      doubled.push({ community, rows: rows.map(({ row }) => row.row) });
      problems.add({ code: 'doubled', row: rows[1]!.row.row, found: rows.map(({ row }) => row.row).join(', '), expected: '1' });
    }
  }
  return { joined: taken, doubled, repeated };
}

/** Identical rows differ in their number at most: a first cell of digits is the running number. */
function valuesOf({ cells }: TableRow): string {
  const trimmed = cells.map((cell) => cell.trim());
  return JSON.stringify(/^\d{1,5}$/.test(trimmed[0] ?? '') ? trimmed.slice(1) : trimmed).replace(/(?:,"")+\]$/, ']');
}
