/** `--project`: what a project keeps of walking: categories, walking rules, words, gates set by hand, how far is near. What does not read is refused. */
import type { Datum, LngLat } from '../core/geo/coordinates.ts';
import { readCategoryTree, type CategoryTree } from '../core/network/categoryTree.ts';
import { DOOR_STATES, type DoorState } from '../core/network/doors.ts';
import { changedFromWalkV1, readWalkChoices, WALK_V1_CHOICES, type WalkChoices } from '../core/network/walkChoices.ts';
import { BadMember, isPlainObject, kindOf, list, numberWithin, oneOf, orNull, pair, position, record, text, truth, type Reader } from '../core/plan/readMember.ts';
import type { Translate } from '../i18n/index.ts';
import { SEED_TREE } from '../io/streets/seedTree.ts';
import { projectOf } from './assessGround.ts';
import { UsageError } from './exit.ts';
import { readBytes } from './files.ts';

export interface ReachProject {
  readonly file: string;
  readonly name: string;
  /** Null: the rules' own distance, or the call's. */
  readonly limit: { readonly by: 'metres'; readonly metres: number } | { readonly by: 'minutes'; readonly minutes: number; readonly speedMetresPerSecond: number } | null;
  readonly walled: boolean;
  readonly mapping: ReadonlyMap<string, string>;
  readonly datum: Datum;
  readonly gates: readonly { readonly at: LngLat; readonly access: DoorState }[];
  readonly categories: CategoryTree;
  readonly hasOwnCategories: boolean;
  readonly walk: WalkChoices;
}

const MOST_GATES = 5000;
const MOST_WORDS = 1000;
const readLimit: Reader<NonNullable<ReachProject['limit']>> = (value, member) => (isPlainObject(value) && value.by === 'minutes'
  ? record<{ by: 'minutes'; minutes: number; speedMetresPerSecond: number }>({ by: oneOf('minutes'), minutes: numberWithin(1, 60), speedMetresPerSecond: numberWithin(0.3, 3) })(value, member)
  : record<{ by: 'metres'; metres: number }>({ by: oneOf('metres'), metres: numberWithin(50, 5000) })(value, member));

export function reachProject(file: string): ReachProject {
  const { name, profile } = projectOf(file, readBytes(file));
  const kept = isPlainObject(profile) ? profile.reach ?? {} : {};
  try {
    if (!isPlainObject(kept)) throw new BadMember('', kindOf(kept), 'object');
    const member = <T>(key: string, reader: Reader<T>, otherwise: T): T => (kept[key] === undefined ? otherwise : reader(kept[key], `reach.${key}`));
    const categories = kept.categories === undefined || kept.categories === null ? null : readCategoryTree(kept.categories);
    return {
      file, name, categories: categories ?? SEED_TREE, hasOwnCategories: categories !== null,
      walk: kept.walk === undefined || kept.walk === null ? WALK_V1_CHOICES : readWalkChoices(kept.walk),
      limit: member('limit', orNull(readLimit), null), walled: member('walled', truth, true), datum: member('facilityDatum', oneOf('CGCS2000', 'GCJ-02', 'BD-09'), 'CGCS2000'),
      mapping: new Map(member('mapping', list(pair(text), MOST_WORDS), [])),
      gates: member('gates', list(record<{ at: LngLat; access: DoorState }>({ at: position, access: oneOf(...DOOR_STATES) }), MOST_GATES), []),
    };
  } catch (error) {
    if (error instanceof BadMember) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** What of the project took part, for a person and for a program. */
export function describeReachProject({ file, name, categories, hasOwnCategories, walk, gates, limit, mapping }: ReachProject, t: Translate): string {
  const changed = changedFromWalkV1(walk);
  return t('reach.project', {
    file, name, categories: t(hasOwnCategories ? 'reach.projectCategories' : 'reach.projectSeedCategories', { count: categories.categories.length }),
    walk: changed.length === 0 ? 'walk-v1' : t('reach.projectWalk', { found: changed.join('、') }), gates: gates.length, words: mapping.size,
    limit: limit === null ? '—' : limit.by === 'metres' ? t('reach.metres', { metres: limit.metres }) : t('reach.minutes', { minutes: limit.minutes, metres: Math.round(limit.minutes * 60 * limit.speedMetresPerSecond) }),
  });
}

export function reachProjectJson({ file, name, categories, hasOwnCategories, walk, gates, limit, mapping, walled }: ReachProject) {
  return { file, name, categories: hasOwnCategories ? 'own' : 'shipped', categoryCount: categories.categories.length, walkAltered: changedFromWalkV1(walk), gates: gates.length, words: mapping.size, limit, walled };
}
