/**
 * What a person can do to a plan, as plain data: it can be logged, sent, replayed.
 *
 * Communities are named by id, ground by a position or by rings, in degrees (rounded to 1e-7). Nothing here depends on
 * the clock or on the numbering of faces and arcs. The same form is read by `sizhi apply --commands`.
 */
import type { LngLat } from '../geo/coordinates.ts';
import type { EntryKind, ExceptionKind } from './plan.ts';

/** The ground at a position: the face there. Or the ground inside rings (shell first): cut out where needed. */
export type GroundRef = { readonly at: LngLat } | { readonly rings: readonly (readonly LngLat[])[] };

export type Command =
  /** Replaces the stretch of the boundary of two communities between the path's ends, which lie on it. Moving, adding or deleting a vertex is a path of two or three. */
  | { readonly type: 'reshape'; readonly communities: readonly [string, string]; readonly path: readonly LngLat[] }
  /** Moves a vertex where any number of boundaries meet. */
  | { readonly type: 'moveVertex'; readonly from: LngLat; readonly to: LngLat }
  /** Cuts faces by a line; the pieces stay where they belong, to be given away later. */
  | { readonly type: 'cut'; readonly line: readonly LngLat[]; readonly within?: readonly string[] }
  /** Gives ground to a community, or to none. `from` limits what is taken to these communities' ground. */
  | { readonly type: 'assign'; readonly ground: readonly GroundRef[]; readonly to: string | null; readonly from?: readonly (string | null)[] }
  /** Divides a community along a line. The part on the line's `keep` side (default: the larger) stays the old community. */
  | { readonly type: 'split'; readonly community: string; readonly line: readonly LngLat[]; readonly name: string; readonly keep?: 'left' | 'right' }
  /** Takes ground out of a community to form new ones; what is left stays the old community. */
  | { readonly type: 'splitByGround'; readonly community: string; readonly parts: readonly { readonly name: string; readonly ground: readonly GroundRef[] }[] }
  /** Joins communities; they become `into`, or a new one of that `name`. `kind: joinVillages` is 多村一社区. */
  | { readonly type: 'merge'; readonly communities: readonly string[]; readonly into?: string; readonly name?: string; readonly kind?: 'urban' | 'rural'; readonly joinVillages?: boolean }
  /** Gives one whole piece of a community (an exclave) to another. */
  | { readonly type: 'handOver'; readonly community: string; readonly at: LngLat; readonly to: string }
  /** Forms a community on ground of nobody. */
  | { readonly type: 'form'; readonly name: string; readonly ground: readonly GroundRef[]; readonly subdistrict?: string; readonly kind?: 'urban' | 'rural' }
  /** 就近代管: a compound in no community goes to a near one for the time being. Without ground: the register alone. */
  | { readonly type: 'attach'; readonly compound: string; readonly to: string; readonly ground?: GroundRef; readonly until?: string; readonly note?: string }
  | { readonly type: 'endAttachment'; readonly attachment: string }
  /** 村改居. */
  | { readonly type: 'convertVillage'; readonly community: string; readonly name?: string }
  | { readonly type: 'rename'; readonly community: string; readonly name: string }
  | { readonly type: 'lock'; readonly communities: readonly string[]; readonly locked: boolean }
  /** Settles gaps and overlaps as chosen before: each position names a face, `to` who takes it (null: nobody, ground beyond the parent). `match`: communities that get the vertices that their neighbours have. */
  | { readonly type: 'repair'; readonly faces: readonly { readonly at: LngLat; readonly to: string | null; readonly defect: string }[]; readonly match: readonly string[] }
  /** Ground of no community, declared with its kind. */
  | { readonly type: 'declareGround'; readonly ground: readonly GroundRef[]; readonly groundKind: string; readonly name: string }
  | { readonly type: 'declareException'; readonly kind: ExceptionKind; readonly communities: readonly string[]; readonly role: string; readonly reason: string }
  | { readonly type: 'withdrawException'; readonly exception: string }
  /** A counted figure for the part of an atom in a community; both null withdraws it. */
  | { readonly type: 'countPart'; readonly atom: string; readonly community: string; readonly households: number | null; readonly people: number | null; readonly source: string }
  /** Tries other numbers in one entry of the rule profile; members are dotted places within it. */
  | { readonly type: 'changeRule'; readonly of: EntryKind; readonly entry: string; readonly values: readonly { readonly member: string; readonly value: number }[]; readonly role: string; readonly reason: string }
  /** The profile's own numbers again. */
  | { readonly type: 'restoreRule'; readonly of: EntryKind; readonly entry: string }
  /** A figure of a community that no file has: rooms allotted, staff assigned. Null takes it back. */
  | { readonly type: 'giveFact'; readonly community: string; readonly fact: string; readonly value: number | boolean | string | null; readonly source: string; readonly role?: string; readonly asOf?: string }
  /** A date of a community's approval: of the document, of a step planned or done, of a deadline met. Null takes it back. */
  | { readonly type: 'setApproval'; readonly community: string; readonly mark: 'approved' | 'planned' | 'done' | 'met'; readonly key: string; readonly date: string | null }
  | { readonly type: 'placeFacility'; readonly category: string; readonly name: string; readonly at: LngLat; readonly areaSquareMetres?: number }
  | { readonly type: 'moveFacility'; readonly facility: string; readonly to: LngLat }
  | { readonly type: 'removeFacility'; readonly facility: string };

export type CommandType = Command['type'];
