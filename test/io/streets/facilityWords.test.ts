/** Words of files for categories: the shipped tree, a project's own, a person's mapping, and what is ignored. */
import { describe, expect, it } from 'vitest';
import { IGNORED, readCategoryTree } from '../../../src/core/network/categoryTree.ts';
import { addCategory, removeCategory, renameCategory, setWords } from '../../../src/core/network/editTree.ts';
import { categoryReader } from '../../../src/io/streets/categoryReader.ts';
import { FACILITY_WORDS } from '../../../src/io/streets/facilityCategories.ts';
import { readFacilities } from '../../../src/io/streets/readFacilities.ts';
import { isSeedTree, SEED_TREE } from '../../../src/io/streets/seedTree.ts';

describe('the shipped tree', () => {
  it('reads, has every category once, and knows itself after a journey through a project', () => {
    expect(readCategoryTree(SEED_TREE)).toEqual(SEED_TREE);
    expect(SEED_TREE.categories.map(({ id }) => id)).toEqual(Object.keys(FACILITY_WORDS));
    expect(isSeedTree(JSON.parse(JSON.stringify(SEED_TREE)) as typeof SEED_TREE)).toBe(true);
    expect(isSeedTree(renameCategory(SEED_TREE, 'health', '医'))).toBe(false);
  });

  it('takes ids, whole words, then parts of what is written; the first category wins', () => {
    const read = categoryReader(SEED_TREE);
    expect(['HEALTH', ' 早餐 ', '老年餐厅', '老年人活动', '北里社区卫生服务站', '邻里小站', ''].map((word) => read(word).category)).toEqual(['health', 'catering', 'communityMeals', 'elderlyCare', 'health', null, null]);
    expect(read('邻里小站')).toEqual({ category: null, by: null });
  });
});

describe('a project’s own', () => {
  it('is told by a mapping first; one to a category that is gone says nothing', () => {
    const read = categoryReader(removeCategory(SEED_TREE, 'post'), new Map([['诊所', 'bank'], ['邮局', 'post'], ['药店', IGNORED]]));
    expect([read('诊所'), read('邮局'), read('药店')]).toEqual([{ category: 'bank', by: 'hand' }, { category: null, by: null }, { category: null, by: 'hand' }]);
  });

  it('has words and names that are tried before the shipped ones', () => {
    const tree = setWords(addCategory(SEED_TREE, '宠物诊所', 'publicService'), '宠物诊所', ['宠物']);
    const read = categoryReader(renameCategory(tree, 'bank', '金融（网点）'));
    expect([read('宠物医疗').category, read('宠物诊所').category, read('金融(网点)').category, read('诊所').category]).toEqual(['宠物诊所', '宠物诊所', 'bank', 'health']);
  });
});

describe('a file of facilities', () => {
  const csv = new TextEncoder().encode('名称,类别,经度,纬度\n甲,诊所,108.95,34.33\n乙,邻里小站,108.95,34.34\n丙, 邻里小站 ,108.96,34.33\n丁,,108.96,34.34\n戊,彩票,108.97,34.34\n');

  it('tells every word with what it was read as and how often, and counts what names none', () => {
    const { words, unmapped, withoutCategory, facilities } = readFacilities('点.csv', csv, { mapping: new Map([['彩票', IGNORED]]) });
    expect([...words]).toEqual([['诊所', { category: 'health', by: 'tree', count: 1 }], ['邻里小站', { category: null, by: null, count: 2 }], ['彩票', { category: null, by: 'hand', count: 1 }]]);
    expect([...unmapped]).toEqual([['邻里小站', 2]]);
    expect(withoutCategory).toBe(1);
    expect(facilities.map(({ category }) => category)).toEqual(['health', null, null, null, null]);
  });

  it('is read by the project’s tree', () => {
    const { facilities } = readFacilities('点.csv', csv, { tree: addCategory(SEED_TREE, '邻里小站', 'commerce') });
    expect(facilities.map(({ category }) => category)).toEqual(['health', '邻里小站', '邻里小站', null, null]);
  });
});
