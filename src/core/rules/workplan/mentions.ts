/** Communities and subdistricts named inside a sentence: lists, leading verbs, qualifiers such as "not yet resettled". */
import { readState } from '../state.ts';
import type { State } from '../vocabulary.ts';
import { bareCommunity, bareSubdistrict } from './names.ts';

export interface Mention {
  /** Without 社区. */
  readonly name: string;
  /** What the sentence says of it. */
  readonly state: State | null;
}

export interface SeatMention {
  /** Without 街道. */
  readonly subdistrict: string;
  readonly seats: number;
}

/** Words that end before a name begins. A name keeps what follows the last of them. */
const LEADS = ['研究', '做好', '对于', '针对', '调整', '推进', '推动', '完成', '启动', '实施', '开展', '组织', '协调', '指导', '鼓励', '支持', '结合', '吸引回', '帮助', '纳入', '移交', '涉及', '包括', '其中', '关于', '负责', '落实', '摸排', '解决', '为了', '职数为', '职数', '提升', '提供', '整合', '拆分', '合并', '核减', '补足', '充实', '分别为', '制定', '健全', '优化', '建强', '加强', '的', '把', '将', '对', '让', '使', '由', '给', '向', '从', '按', '请'];
/** What stands before 社区 without being a name. */
const GENERIC = /^(?:老旧|新建|新设|新设立|微型|超大型|大型|小型|城市|农村|城乡|各|各个|每个|全部|所有|本|该|这些|上述|有关|相关|相邻|所在|智慧|示范|\d+个|多个|一个|到|回|好|区|小区|街道|个|在|以|与|及|和)*$/;
/** Endings that a clause has and a name has not: `还没有社区管`. */
const CLAUSE_END = /[有没到出来给过了着事时]$/;
const LONGEST_NAME = 12;

/** `known`: names that are loaded; they settle where a name begins, and let one suffix serve a whole list. */
export function communitiesIn(sentence: string, known: ReadonlySet<string> = new Set()): Mention[] {
  const mentions: Mention[] = [];
  let [state, from]: [State | null, number] = [null, 0];
  const text = sentence.normalize('NFKC').replace(/\s/g, '');
  for (const match of text.matchAll(/社区/g)) {
    const before = text.slice(from, match.index);
    if (/[。；;]/.test(before)) state = null;
    state = readState(before) ?? state;
    const clause = before.split(/[、,，。;；:：“”"‘’()（）《》/]/).at(-1)!;
    // "A社区和B社区": the joining word is no part of the name; 和平 after a comma is.
    const name = nameAtEnd(mentions.length > 0 && clause === before ? clause.replace(/^(?:以及|和|及|与)/, '') : clause, known);
    if (name !== null) {
      for (const listed of listedBefore(before, known)) mentions.push({ name: listed, state });
      mentions.push({ name, state });
    }
    from = match.index + '社区'.length;
  }
  return mentions.filter((mention, i) => mentions.findIndex(({ name }) => name === mention.name) === i);
}

/** `纺织城街道9个、席王街道16个`: seats to fill by subdistrict. */
export function seatsIn(sentence: string): SeatMention[] {
  const text = sentence.normalize('NFKC').replace(/\s/g, '');
  return [...text.matchAll(/([^、,，。;；:：“”"()（）\d]+?)(?:街道办事处|街道|街办)(\d{1,4})(?:个|名|人)/g)].map((match) => ({ subdistrict: bareSubdistrict(afterLeads(match[1]!)), seats: Number(match[2]) }));
}

function nameAtEnd(clause: string, known: ReadonlySet<string>): string | null {
  for (let length = Math.min(LONGEST_NAME, clause.length); length > 0; length--) {
    if (known.has(clause.slice(-length))) return clause.slice(-length);
  }
  const name = afterLeads(clause);
  return GENERIC.test(name) || CLAUSE_END.test(name) || name.length > LONGEST_NAME ? null : name;
}

/** `宋围、黄邓社区`: names without a suffix of their own count only where they are loaded. */
function listedBefore(before: string, known: ReadonlySet<string>): string[] {
  const listed: string[] = [];
  for (const item of before.split('、').slice(0, -1).reverse()) {
    const name = bareCommunity(afterLeads(item));
    if (!known.has(name)) break;
    listed.unshift(name);
  }
  return listed;
}

function afterLeads(clause: string): string {
  let start = 0;
  for (const lead of LEADS) {
    const at = clause.lastIndexOf(lead);
    if (at >= 0) start = Math.max(start, at + lead.length);
  }
  return clause.slice(start);
}
