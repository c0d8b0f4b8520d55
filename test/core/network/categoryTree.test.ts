/** Trees of categories: what reads and what does not, edits that keep the invariants, the circle's own categories. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubledWords, MOST_GROUPS, ownBasic, partsOf, readCategoryTree, withRuleCategories, type CategoryTree } from '../../../src/core/network/categoryTree.ts';
import { addCategory, addGroup, moveCategory, removeCategory, removeGroup, renameCategory, renameGroup, setBasic, setWords, splitWords } from '../../../src/core/network/editTree.ts';

const SEED = 20_265;
const TREE: CategoryTree = {
  groups: [{ id: 'public', name: null }, { id: 'shops', name: '店' }],
  categories: [
    { id: 'health', name: null, group: 'public', basic: false, words: ['医疗', '诊所'] }, { id: 'dailyGoods', name: '便利店', group: 'shops', basic: false, words: ['超市'] },
    { id: 'sports', name: null, group: 'public', basic: true, words: [] },
  ],
};

describe('a tree from a project', () => {
  it('reads as it was written', () => {
    expect(readCategoryTree(JSON.parse(JSON.stringify(TREE)))).toEqual(TREE);
  });

  it.each([
    ['no object', 7, 'categories'], ['an id twice', { ...TREE, categories: [...TREE.categories, TREE.categories[0]] }, 'categories[3].id'],
    ['a group that is not there', { ...TREE, groups: [TREE.groups[0]] }, 'categories[1].group'], ['a bar in an id', { ...TREE, groups: [{ id: 'a|b', name: null }] }, 'categories.groups[0].id'],
    ['an empty word', { ...TREE, categories: [{ ...TREE.categories[0], words: [' '] }] }, 'categories.categories[0].words[0]'], ['a member nobody knows', { ...TREE, extra: 1 }, 'categories.extra'],
    ['too many groups', { ...TREE, groups: Array.from({ length: MOST_GROUPS + 1 }, (_, k) => ({ id: String(k), name: null })) }, 'categories.groups'],
  ])('refuses %s and says where', (_, value, member) => {
    expect(() => readCategoryTree(value)).toThrow(expect.objectContaining({ member }) as Error);
  });

  it('takes nothing in through a prototype', () => {
    const inherited: unknown = Object.create(TREE);
    expect(() => readCategoryTree(inherited)).toThrow();
  });
});

describe('edits', () => {
  it('rename, move, mark and word a category, and leave the others', () => {
    const edited = setWords(setBasic(moveCategory(renameCategory(TREE, 'health', ' 卫生站 '), 'health', 'shops'), 'health', true), 'health', ['诊所', ' 诊所', '', 'Ｃlinic']);
    expect(edited.categories[0]).toEqual({ id: 'health', name: '卫生站', group: 'shops', basic: true, words: ['诊所', 'Clinic'] });
    expect(edited.categories.slice(1)).toEqual(TREE.categories.slice(1));
    expect(renameCategory(edited, 'health', '  ').categories[0]!.name).toBeNull();
    expect(moveCategory(TREE, 'health', 'nowhere')).toBe(TREE);
  });

  it('add a category before the others, under its name, never under one that is taken', () => {
    const added = addCategory(addCategory(TREE, '宠物|医疗', 'public'), 'health', 'public');
    expect(added.categories.slice(0, 2).map(({ id, name, words }) => [id, name, words])).toEqual([['health 2', 'health', ['health']], ['宠物/医疗', '宠物|医疗', ['宠物|医疗']]]);
    expect(addCategory(TREE, ' ', 'public')).toBe(TREE);
    expect(addCategory(TREE, '新', 'nowhere')).toBe(TREE);
  });

  it('remove a group only when it is empty and not the last', () => {
    expect(removeGroup(TREE, 'shops')).toBe(TREE);
    expect(removeGroup(removeCategory(TREE, 'dailyGoods'), 'shops').groups.map(({ id }) => id)).toEqual(['public']);
    const one: CategoryTree = { groups: [{ id: 'public', name: null }], categories: [] };
    expect(removeGroup(one, 'public')).toBe(one);
    expect(renameGroup(addGroup(one, '其他'), '其他', '别的').groups[1]).toEqual({ id: '其他', name: '别的' });
  });

  it('whatever they are, leave a tree that reads', () => {
    const name = fc.string({ maxLength: 60 });
    const id = fc.constantFrom('health', 'dailyGoods', 'sports', 'a', 'public', 'shops');
    const edit = fc.oneof(
      fc.tuple(id, name).map(([of, to]) => (tree: CategoryTree) => renameCategory(tree, of, to)), fc.tuple(id, id).map(([of, to]) => (tree: CategoryTree) => moveCategory(tree, of, to)),
      fc.tuple(name, id).map(([of, to]) => (tree: CategoryTree) => addCategory(tree, of, to)), name.map((of) => (tree: CategoryTree) => addGroup(tree, of)),
      fc.tuple(id, fc.array(fc.string({ maxLength: 90 }))).map(([of, words]) => (tree: CategoryTree) => setWords(tree, of, words)), fc.tuple(id, name).map(([of, to]) => (tree: CategoryTree) => renameGroup(tree, of, to)),
      id.map((of) => (tree: CategoryTree) => removeCategory(tree, of)), id.map((of) => (tree: CategoryTree) => removeGroup(tree, of)),
    );
    fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const tree = edits.reduce((before, each) => each(before), TREE);
      expect(readCategoryTree(JSON.parse(JSON.stringify(tree)))).toEqual(tree);
    }), { seed: SEED, numRuns: 40 });
  });

  it('split typed words at commas of either kind and at lines', () => {
    expect(splitWords('诊所、 卫生室，医院;\n药店,, ')).toEqual(['诊所', '卫生室', '医院', '药店']);
  });
});

describe('what the rules name', () => {
  it('is in the tree, once, with all the rest as it was', () => {
    const ruled = withRuleCategories(TREE, ['health', 'wells', 'wells']);
    expect(ruled.categories.slice(0, 3)).toEqual(TREE.categories);
    expect(ruled.categories.slice(3)).toEqual([{ id: 'wells', name: null, group: 'other', basic: false, words: [] }]);
    expect(readCategoryTree(ruled)).toEqual(ruled);
    expect(withRuleCategories(TREE, ['health'])).toBe(TREE);
    expect(withRuleCategories(ruled, ['mills']).groups).toHaveLength(3);
  });

  it('is not what the project adds to the circle', () => {
    expect(partsOf(['library|culture', 'culture', 'health'])).toEqual(['library', 'culture', 'health']);
    expect(ownBasic(TREE, ['health'])).toEqual(['sports']);
    expect(ownBasic(TREE, ['sports|plaza'])).toEqual([]);
  });

  it('tells of words that two categories claim; the first has them', () => {
    expect(doubledWords(TREE)).toEqual([]);
    expect(doubledWords(setWords(TREE, 'sports', ['诊所', '诊所']))).toEqual([{ word: '诊所', categories: ['health', 'sports'] }]);
  });
});
