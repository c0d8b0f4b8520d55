/** What a person may do to a tree of categories. Every function gives a new tree that keeps the invariants; what can't be done leaves it as it is. */
import { MOST_CATEGORIES, MOST_GROUPS, MOST_WORDS, NAME_LENGTH, WORD_LENGTH, type CategoryTree, type FacilityCategory } from './categoryTree.ts';

/** An empty name gives the catalogue's word back. */
export function renameCategory(tree: CategoryTree, id: string, name: string): CategoryTree {
  return changeCategory(tree, id, { name: named(name) });
}

export function moveCategory(tree: CategoryTree, id: string, group: string): CategoryTree {
  return tree.groups.some((each) => each.id === group) ? changeCategory(tree, id, { group }) : tree;
}

export function setBasic(tree: CategoryTree, id: string, basic: boolean): CategoryTree {
  return changeCategory(tree, id, { basic });
}

/** Trimmed, each once, empty ones left out. */
export function setWords(tree: CategoryTree, id: string, words: readonly string[]): CategoryTree {
  const kept = [...new Set(words.map((word) => word.normalize('NFKC').trim().slice(0, WORD_LENGTH)))].filter((word) => word !== '').slice(0, MOST_WORDS);
  return changeCategory(tree, id, { words: kept });
}

/** Its id is its first name, so that what lost its tree can still be read; its words are tried before those of the others. */
export function addCategory(tree: CategoryTree, name: string, group: string): CategoryTree {
  const own = named(name);
  if (own === null || tree.categories.length >= MOST_CATEGORIES || !tree.groups.some((each) => each.id === group)) return tree;
  const id = freeId(own.replaceAll('|', '/'), tree.categories);
  return { ...tree, categories: [{ id, name: own, group, basic: false, words: [own] }, ...tree.categories] };
}

export function removeCategory(tree: CategoryTree, id: string): CategoryTree {
  return { ...tree, categories: tree.categories.filter((each) => each.id !== id) };
}

export function addGroup(tree: CategoryTree, name: string): CategoryTree {
  const own = named(name);
  if (own === null || tree.groups.length >= MOST_GROUPS) return tree;
  return { ...tree, groups: [...tree.groups, { id: freeId(own.replaceAll('|', '/'), tree.groups), name: own }] };
}

export function renameGroup(tree: CategoryTree, id: string, name: string): CategoryTree {
  return { ...tree, groups: tree.groups.map((each) => (each.id === id ? { ...each, name: named(name) } : each)) };
}

/** Only an empty one, and never the last. */
export function removeGroup(tree: CategoryTree, id: string): CategoryTree {
  if (tree.groups.length <= 1 || tree.categories.some(({ group }) => group === id)) return tree;
  return { ...tree, groups: tree.groups.filter((each) => each.id !== id) };
}

/** Words as a person types them: between commas, semicolons, the Chinese pause mark or on lines of their own. */
export function splitWords(typed: string): string[] {
  return typed.split(/[,，、;；\n]/u).map((word) => word.trim()).filter((word) => word !== '');
}

function changeCategory(tree: CategoryTree, id: string, change: Partial<FacilityCategory>): CategoryTree {
  return { ...tree, categories: tree.categories.map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

function named(name: string): string | null {
  const trimmed = Array.from(name.trim()).slice(0, NAME_LENGTH).join('').trim();
  return trimmed === '' ? null : trimmed;
}

function freeId(wanted: string, taken: readonly { readonly id: string }[]): string {
  const known = new Set(taken.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; known.has(id); number++) id = `${wanted} ${number}`;
  return id;
}
