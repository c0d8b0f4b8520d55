/** The project's tree of categories and its walk filter; what says the same as the shipped one is not kept. */
import type { CategoryTree } from '../../core/network/categoryTree.ts';
import { isWalkV1, type WalkChoices } from '../../core/network/walkChoices.ts';
import { isSeedTree } from '../../io/streets/seedTree.ts';
import { changeReach } from './openReach.ts';

export async function changeCategories(tree: CategoryTree): Promise<void> {
  await changeReach({ categories: isSeedTree(tree) ? null : tree });
}

/** Streets are read again from the file that is kept. */
export async function changeWalk(choices: WalkChoices): Promise<void> {
  await changeReach({ walk: isWalkV1(choices) ? null : choices });
}
