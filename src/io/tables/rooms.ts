/**
 * Rooms by use and tenure, summed for each community (policy sheet §3). All indoor rooms are floor area; those for the care of the elderly are
 * within it and told apart, since one document counts without them; the plaza is outdoors and no floor. A room whose figure nobody
 * knows makes the sum unknown: part of a sum would read as the whole.
 */
import { known, type Fact } from '../../core/rules/fact.ts';
import type { GivenFacts } from '../../core/rules/facts.ts';
import { sourceOf } from './factsOfRow.ts';
import type { JoinedRow } from './join.ts';
import type { TableProblems } from './problem.ts';
import { cellNumber, cellText } from './values.ts';
import { WORD_READERS } from './words.ts';
import type { ColumnReader, TableFacts } from './tableFacts.ts';

type Use = 'elderly' | 'activity' | 'plaza' | 'office';

const USES: readonly (readonly [RegExp, Use])[] = [
  [/广场|室外|户外|露天/, 'plaza'],
  [/养老|日间照料|老年(?!活动|大学)|elderly/i, 'elderly'],
  [/活动|文化|图书|阅览|书屋|健身|体育|棋牌|舞蹈|书画|儿童|青少年|学堂|讲堂|教室|多功能|议事|调解|咨询|老年大学|共享空间|activity/i, 'activity'],
  [/办公|服务大厅|便民|党群|会议|值班|警务|档案|库房|卫生|综合|office/i, 'office'],
];

interface Sums {
  readonly areas: Record<Use, number>;
  /** A room without a use, or without an area. */
  unknownUse: boolean;
  unknownArea: boolean;
  unknownPlaza: boolean;
  readonly tenures: Map<string, number>;
  unknownTenure: boolean;
  readonly rows: number[];
}

export function roomFacts(joined: readonly JoinedRow[], read: ColumnReader, problems: TableProblems): TableFacts {
  const sums = new Map<string, Sums>();
  const useOf = remembered((text) => useIn(text));
  const tenureOf = remembered((text) => WORD_READERS.tenure!(cellText(text) ?? '').value);
  const textOf = remembered(cellText);
  const listsPlaza = joined.some(({ row }) => useOf(read.text(row, 'use')) === 'plaza');
  const hasUse = read.column('use') !== undefined;
  const hasTenure = read.column('tenure') !== undefined;
  for (const { row, community } of joined) {
    let own = sums.get(community);
    if (own === undefined) sums.set(community, (own = { areas: { elderly: 0, activity: 0, plaza: 0, office: 0 }, unknownUse: false, unknownArea: false, unknownPlaza: false, tenures: new Map(), unknownTenure: false, rows: [] }));
    own.rows.push(row.row);
    const area = read.number(row, 'area', cellNumber(read.text(row, 'area'), false));
    const useText = textOf(read.text(row, 'use'));
    const use = useText === null ? null : useOf(useText);
    if (hasUse && use === null) {
      own.unknownUse = true;
      if (useText !== null) problems.add({ code: 'unknownUse', row: row.row, column: read.column('use') ?? null, found: useText, expected: '办公 / 活动 / 养老 / 广场' });
    }
    if (area === null) {
      if (use === 'plaza') own.unknownPlaza = true;
      else own.unknownArea = true;
      problems.add({ code: 'incompleteSum', row: row.row, column: read.column('area') ?? null, found: read.text(row, 'area').trim(), expected: '0.0 …' });
      continue;
    }
    own.areas[use ?? 'office'] += area;
    if (use === 'plaza') continue;
    const tenure = tenureOf(read.text(row, 'tenure'));
    if (tenure === null) own.unknownTenure = true;
    else own.tenures.set(tenure, (own.tenures.get(tenure) ?? 0) + area);
  }
  return { facts: new Map([...sums].map(([community, own]) => [community, factsOf(own, { hasUse, hasTenure, listsPlaza }, read)])) };
}

function factsOf(own: Sums, { hasUse, hasTenure, listsPlaza }: { hasUse: boolean; hasTenure: boolean; listsPlaza: boolean }, read: ColumnReader): GivenFacts {
  const { elderly, activity, plaza, office } = own.areas;
  const place = { table: read.place.table, row: own.rows[0]! };
  const fact = <T extends number | string>(value: T, field: string): Fact<T> => known(value, { source: sourceOf(place, read.column(field) ?? field), ...(read.place.asOf === null ? {} : { asOf: read.place.asOf }) });
  const wholeUses = hasUse && !own.unknownUse;
  const [main] = [...own.tenures].sort(([, p], [, q]) => q - p);
  return {
    ...(own.unknownArea || (listsPlaza && own.unknownUse) ? {} : { floorAreaSquareMetres: fact(tidy(elderly + activity + office), 'area') }),
    ...(wholeUses && !own.unknownArea ? { elderlyAreaSquareMetres: fact(tidy(elderly), 'area'), activityAreaSquareMetres: fact(tidy(activity), 'area') } : {}),
    // A table without any plaza says nothing of plazas.
    ...(wholeUses && listsPlaza && !own.unknownPlaza ? { plazaSquareMetres: fact(tidy(plaza), 'area') } : {}),
    ...(hasTenure && main !== undefined && !own.unknownTenure ? { tenure: fact(main[0], 'tenure') } : {}),
  };
}

/** A few words stand in a hundred thousand rows. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = compute(text)));
    return value;
  };
}

function useIn(text: string): Use | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return USES.find(([words]) => words.test(plain))?.[1] ?? null;
}

/** 0.1 + 0.2 square metres are 0.3. */
function tidy(value: number): number {
  return Math.round(value * 100) / 100;
}
