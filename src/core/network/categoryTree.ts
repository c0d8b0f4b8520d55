/**
 * Categories of facilities in groups, as a bureau keeps them: plain data, kept in a project. A category without a name of its own is called
 * by the catalogue's word for its id. The order is that in which words are tried: the first category that a word fits has it.
 *
 * Invariants: ids are unique; every category stands in a group that is there; an id has no bar, which means "or" in rules.
 */
import { BadMember, list, orNull, record, textUpTo, truth, type Reader } from '../plan/readMember.ts';

export interface CategoryGroup {
  readonly id: string;
  readonly name: string | null;
}

export interface FacilityCategory {
  readonly id: string;
  readonly name: string | null;
  readonly group: string;
  /** The project counts it to the circle, beside what the rules say. */
  readonly basic: boolean;
  /** By which files call it; a part of what is written will do. */
  readonly words: readonly string[];
}

export interface CategoryTree {
  readonly groups: readonly CategoryGroup[];
  readonly categories: readonly FacilityCategory[];
}

/** Stands for a word that is to count for nothing. */
export const IGNORED = '';
/** Group of what the rules name and no group has. */
export const OTHER_GROUP = 'other';
export const NAME_LENGTH = 40;
export const WORD_LENGTH = 60;
export const MOST_CATEGORIES = 300;
export const MOST_GROUPS = 40;
export const MOST_WORDS = 200;
const ID_LENGTH = 80;

const filled = (most: number): Reader<string> => (value, member) => {
  const read = textUpTo(most)(value, member);
  if (read.trim() === '') throw new BadMember(member, '""', `text of 1 to ${most} characters`);
  return read;
};
const id: Reader<string> = (value, member) => {
  const read = filled(ID_LENGTH)(value, member);
  if (read.includes('|')) throw new BadMember(member, read, 'text without |');
  return read;
};
const name = orNull(filled(NAME_LENGTH));
const group = record<CategoryGroup>({ id, name });
const category = record<FacilityCategory>({ id, name, group: id, basic: truth, words: list(filled(WORD_LENGTH), MOST_WORDS) });
const tree = record<CategoryTree>({ groups: list(group, MOST_GROUPS), categories: list(category, MOST_CATEGORIES) });

/** A tree from a project. Throws `BadMember` with the member, what was found and what belongs there. */
export function readCategoryTree(value: unknown): CategoryTree {
  const read = tree(value, 'categories');
  const groups = uniqueIds(read.groups, 'groups');
  uniqueIds(read.categories, 'categories');
  read.categories.forEach((each, k) => { if (!groups.has(each.group)) throw new BadMember(`categories[${k}].group`, each.group, [...groups].join(' ')); });
  return read;
}

function uniqueIds(items: readonly { readonly id: string }[], member: string): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, k) => {
    if (seen.has(item.id)) throw new BadMember(`${member}[${k}].id`, item.id, 'unique');
    seen.add(item.id);
  });
  return seen;
}

/** With those that the rules name and the tree lacks, in a group of their own: nothing that the rules ask for is out of reach. */
export function withRuleCategories(given: CategoryTree, ruleCategories: readonly string[]): CategoryTree {
  const known = new Set(given.categories.map((each) => each.id));
  const lacking = [...new Set(ruleCategories)].filter((each) => !known.has(each));
  if (lacking.length === 0) return given;
  return {
    groups: given.groups.some((each) => each.id === OTHER_GROUP) ? given.groups : [...given.groups, { id: OTHER_GROUP, name: null }],
    categories: [...given.categories, ...lacking.map((each): FacilityCategory => ({ id: each, name: null, group: OTHER_GROUP, basic: false, words: [] }))],
  };
}

/** Categories that the project adds to the circle of the rules. */
export function ownBasic({ categories }: CategoryTree, ruleBasic: readonly string[]): string[] {
  const fixed = new Set(partsOf(ruleBasic));
  return categories.flatMap((each) => (each.basic && !fixed.has(each.id) ? [each.id] : []));
}

/** Ids in a list of basic categories, where either side of a bar will do. */
export function partsOf(basic: readonly string[]): string[] {
  return [...new Set(basic.flatMap((each) => each.split('|')))];
}

export interface DoubledWord {
  readonly word: string;
  /** Ids; the first has it. */
  readonly categories: readonly string[];
}

/** Words that several categories claim, in the order of the tree. */
export function doubledWords({ categories }: CategoryTree): DoubledWord[] {
  const claims = new Map<string, string[]>();
  for (const each of categories) for (const word of new Set(each.words)) claims.set(word, [...(claims.get(word) ?? []), each.id]);
  return [...claims].flatMap(([word, ids]) => (ids.length > 1 ? [{ word, categories: ids }] : []));
}
