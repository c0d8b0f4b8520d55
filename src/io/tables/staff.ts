/** A list of people by post → how many sit in the party body, in the committee, in both, how many work for the community (policy sheet §4). */
import { known, type Fact } from '../../core/rules/fact.ts';
import type { GivenFacts, NumberFact } from '../../core/rules/facts.ts';
import { sourceOf } from './factsOfRow.ts';
import type { JoinedRow } from './join.ts';
import type { TableProblems } from './problem.ts';
import type { ColumnReader, TableFacts } from './tableFacts.ts';
import { cellNumber, cellText, cellTruth } from './values.ts';

type Post = Extract<NumberFact, 'partyMembers' | 'committeeMembers' | 'bothRoles' | 'partTimeMembers' | 'workers' | 'fullTime' | 'certified' | 'stairwellHeads' | 'police' | 'sportsInstructors'>;

const PARTY = /书记|党(?:委|总支|支部|组织)\S{0,2}(?:委员|成员)|组织委员|宣传委员|纪检委员/;
const COMMITTEE = /主任|(?:居委会|居民委员会|村委会|村民委员会)\S{0,2}(?:委员|成员)/;
/** Of one body or the other: which, the post does not say. */
const EITHER = /委员|成员|两委/;
const BODIES: readonly Post[] = ['partyMembers', 'committeeMembers', 'bothRoles'];
const OTHER: readonly (readonly [RegExp, Post])[] = [
  [/专职/, 'fullTime'], [/社区工作者|社工|网格员|专干|(?<!专职)工作人员/, 'workers'], [/楼栋长|单元长|楼长|楼门长/, 'stairwellHeads'], [/民警|辅警/, 'police'], [/体育指导员/, 'sportsInstructors'],
];

export function staffFacts(joined: readonly JoinedRow[], read: ColumnReader, problems: TableProblems): TableFacts {
  const counts = new Map<string, { row: number; posts: Map<Post, number>; unclear: boolean; broken: boolean }>();
  const listed = new Set<Post>();
  if (read.column('certified') !== undefined) listed.add('certified');
  if (read.column('fullTime') !== undefined) listed.add('fullTime');
  for (const { row, community } of joined) {
    let own = counts.get(community);
    if (own === undefined) counts.set(community, (own = { row: row.row, posts: new Map(), unclear: false, broken: false }));
    const role = cellText(read.text(row, 'role'));
    const count = read.column('count') === undefined ? 1 : read.number(row, 'count', cellNumber(read.text(row, 'count'), true));
    const posts = role === null ? [] : postsOf(role);
    if (cellTruth(read.text(row, 'certified')).value ?? hasCertificate(read.text(row, 'certified'))) posts.push('certified');
    if ((cellTruth(read.text(row, 'fullTime')).value ?? /专职|全职/.test(read.text(row, 'fullTime'))) && !posts.includes('fullTime')) posts.push('fullTime');
    if (count === null) own.broken = true;
    if (role !== null && !posts.some((post) => BODIES.includes(post)) && EITHER.test(role)) own.unclear = true;
    if (posts.length === 0 && role !== null) problems.add({ code: 'unknownRole', severity: 'information', row: row.row, column: read.column('role') ?? null, found: role, expected: '书记 / 主任 / 委员 / 社区工作者 …' });
    for (const post of posts) {
      listed.add(post);
      own.posts.set(post, (own.posts.get(post) ?? 0) + (count ?? 0));
    }
  }
  // Who lists both bodies lists those who sit in both.
  if (listed.has('partyMembers') && listed.has('committeeMembers')) listed.add('bothRoles');
  return { facts: new Map([...counts].map(([community, { row, posts, unclear, broken }]) => [community, broken ? {} : factsOf(posts, unclear ? without(listed) : listed, row, read)])) };
}

function without(listed: ReadonlySet<Post>): ReadonlySet<Post> {
  return new Set([...listed].filter((post) => !BODIES.includes(post)));
}

/** A post that the table lists anywhere and not here has nobody here. */
function factsOf(posts: ReadonlyMap<Post, number>, listed: ReadonlySet<Post>, row: number, read: ColumnReader): GivenFacts {
  const fact = (value: number): Fact<number> => known(value, { source: sourceOf({ table: read.place.table, row }, read.column('role') ?? 'role'), ...(read.place.asOf === null ? {} : { asOf: read.place.asOf }) });
  return Object.fromEntries([...listed].map((post) => [post, fact(posts.get(post) ?? 0)]));
}

export function postsOf(role: string): Post[] {
  const plain = role.normalize('NFKC').replace(/\s/g, '');
  const posts: Post[] = [];
  const [party, committee] = [PARTY.test(plain), COMMITTEE.test(plain)];
  if (party) posts.push('partyMembers');
  if (committee) posts.push('committeeMembers');
  if (party && committee) posts.push('bothRoles');
  if (/兼职委员|兼职成员/.test(plain)) posts.push('partTimeMembers');
  for (const [words, post] of OTHER) if (words.test(plain)) posts.push(post);
  return posts;
}

/** `初级社工师`, `助理社会工作师`. */
function hasCertificate(text: string): boolean {
  return /社工师|社会工作师|初级|中级|高级/.test(text);
}
