/** Names that the project gives to categories, in the tree that reach was counted with. */
import type { CategoryTree } from '../../core/network/categoryTree.ts';
import { useReach } from './reach.ts';

const known = new WeakMap<CategoryTree, ReadonlyMap<string, string>>();

/** Null: the catalogue's word holds. */
export function ownCategoryName(id: string): string | null {
  const tree = useReach.getState().settings?.categories;
  if (!tree) return null;
  let names = known.get(tree);
  if (!names) known.set(tree, (names = new Map(tree.categories.flatMap((each) => (each.name === null ? [] : [[each.id, each.name] as const])))));
  return names.get(id) ?? null;
}
