/** The tree of categories as it is shipped (policy sheet §6), with the words by which files call them. */
import type { CategoryGroup, CategoryTree, FacilityCategory } from '../../core/network/categoryTree.ts';
import { FACILITY_WORDS } from './facilityCategories.ts';

/** Groups in the order in which they are shown, each with its categories. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  publicService: ['governmentService', 'health', 'elderlyCare', 'communityMeals', 'toddlerCare', 'children', 'afterSchoolCare', 'education', 'employment', 'relief', 'counselling'],
  culture: ['library', 'culture', 'sports', 'plaza'],
  safety: ['policeRoom', 'mediation', 'legalAid', 'correction', 'emergencyShelter', 'microFireStation'],
  commerce: ['foodMarket', 'dailyGoods', 'catering', 'repairs', 'housekeeping', 'hairdressing', 'parcels', 'recycling'],
  utilities: ['post', 'bank', 'telecom', 'supplyCoop', 'gas', 'power', 'water', 'broadcasting'],
};

export const SEED_TREE: CategoryTree = {
  groups: Object.keys(GROUPS).map((id): CategoryGroup => ({ id, name: null })),
  // In the order in which words are tried.
  categories: Object.entries(FACILITY_WORDS).map(([id, words]): FacilityCategory => ({ id, name: null, group: groupOf(id), basic: false, words })),
};

/** Says the same as the shipped one. */
export function isSeedTree(tree: CategoryTree): boolean {
  return sameTree(tree, SEED_TREE);
}

/** Whatever the order of members within a group or a category. */
export function sameTree(a: CategoryTree, b: CategoryTree): boolean {
  return a === b || written(a) === written(b);
}

function written({ groups, categories }: CategoryTree): string {
  return JSON.stringify([groups.map(({ id, name }) => [id, name]), categories.map(({ id, name, group, basic, words }) => [id, name, group, basic, words])]);
}

function groupOf(category: string): string {
  const found = Object.entries(GROUPS).find(([, categories]) => categories.includes(category));
  if (!found) throw new Error(`Category ${category} stands in no group.`);
  return found[0];
}
