/**
 * Names and codes that exist nowhere: a province prefix that was never given out,
 * names put together from two lists of characters.
 */
import { pick, type Random } from './random.ts';

/** Six digits: GB/T 2260 gives out no province 99. */
export const DISTRICT_CODE = '990117';
export const DISTRICT_NAME = '澜川区（虚构）';
export const MADE_UP = '虚构示例数据：地名、代码、界线与数字均为程序生成，与任何真实地方无关';

const FIRST = '澜沁墨砚枕听望栖溯岚霁鹤鹭雁桐槐梧柘荻蒲苇葭芷蘅薇蓼萱桂橘枫松柳杏棠梓榆柏竹荷菱莲溪浦汀渚洲湾渡桥塬坞岭峪崖坪'.split('');
const SECOND = '荫舟池台阶石坊春晓河堤渡口塘湾岸亭庭苑里巷园林丘原圃篱畦泉井桥溪峰屿汀浦滩沙云霞月星辰雪霜露岚烟雨晴和宁安乐嘉庆瑞祥'.split('');

/** Real communities that the rules' documents name must not appear here with made-up figures. */
const REFUSED = new Set(['联盟', '云锦', '沁蓝', '龙腾', '建材', '锦绣', '华文', '万锦', '庆华', '五星', '务庄']);

/** Distinct two-character names; a third character when the pairs run out. */
export function makeNames(random: Random, count: number): string[] {
  const used = new Set<string>(REFUSED);
  const out: string[] = [];
  let refusals = 0;
  while (out.length < count) {
    const pair = pick(random, FIRST) + pick(random, SECOND);
    const name = refusals < 40 ? pair : pair + pick(random, SECOND);
    if (used.has(name) || name[0] === name[1]) {
      refusals++;
      continue;
    }
    refusals = 0;
    used.add(name);
    out.push(name);
  }
  return out;
}

/** 12 digits: district 6, subdistrict 3 (streets from 001, towns from 100, townships from 200), community 3 (villages from 200). */
export function communityCode(subdistrictCode: string, kind: 'urban' | 'rural', number: number): string {
  return subdistrictCode + String(kind === 'urban' ? number : 199 + number).padStart(3, '0');
}
