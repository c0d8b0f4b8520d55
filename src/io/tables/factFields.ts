/** Which column of a table of communities holds which fact: the names of the command line's contract and what tables have beyond them. */
import { normalColumn, withoutUnit } from '../columnName.ts';
import { FIELD_ALIASES } from '../fieldAliases.ts';
import { ALL_FIELDS, type CommunityField } from '../fields.ts';
import { DATE_FACTS, NUMBER_FACTS, TRUTH_FACTS, WORD_FACTS, type FactName } from '../../core/rules/facts.ts';

/** Facts that have no column in the contract. */
const MORE = {
  partTimeMembers: ['兼职委员', '兼职委员数', '兼职人数', '兼职委员人数'],
  volunteerTeams: ['志愿服务队伍', '志愿服务队', '志愿者队伍', '志愿服务队伍数', '志愿队伍数', '志愿服务队数'],
  sportsInstructors: ['社会体育指导员', '体育指导员', '社会体育指导员数'],
  police: ['社区民警', '民警辅警', '民警', '社区民警数'],
  grids: ['网格数', '网格', '网格个数', '网格数量'],
  villagersGroups: ['村民小组', '村民小组数'],
  stairwellHeads: ['楼栋长', '单元长', '楼长', '楼栋长人数', '单元长人数', '楼门长'],
  compounds: ['小区数', '小区个数', '住宅小区数'],
  committees: ['居委会数', '居委会个数'],
  workFundsYuan: ['工作经费', '办公经费', '年度工作经费', '社区工作经费'],
  partyFundYuan: ['党组织服务群众专项经费', '党建经费', '服务群众专项经费'],
  newSetUp: ['新设立', '是否新设立'],
  handedOver: ['已移交', '是否移交', '用房移交'],
  environmentCommittee: ['环境和物业管理委员会', '环物委', '环境物业委员会'],
  electionHeld: ['已选举', '是否选举', '两委已选举'],
  approved: ['批复时间', '批复日期', '批准时间'],
  elected: ['选举时间', '选举日期', '换届时间'],
} as const satisfies Partial<Record<FactName, readonly string[]>>;

export type MoreField = keyof typeof MORE;
/** What a column of a table of communities may be. */
export type TableField = CommunityField | MoreField;

export const TABLE_FIELDS: readonly TableField[] = [...ALL_FIELDS, ...(Object.keys(MORE) as MoreField[])];

export function aliasesOf(field: TableField): readonly string[] {
  return isMore(field) ? [field, ...MORE[field]] : FIELD_ALIASES[field];
}

function isMore(field: TableField): field is MoreField {
  return Object.hasOwn(MORE, field);
}

/**
 * As `guessFields` does it: a column serves one field, the best alias first, exact names before those without their unit. `aliases` may be any
 * kind of table's own; `fields` in the order in which they choose.
 */
export function guessColumns<F extends string>(columns: readonly string[], fields: readonly F[], aliases: (field: F) => readonly string[]): Partial<Record<F, string>> {
  const found: Partial<Record<F, string>> = {};
  const taken = new Set<string>();
  for (const form of [normalColumn, withoutUnit, withoutFiller]) {
    const byForm = new Map<string, string>();
    for (const name of columns) {
      const key = form(name);
      if (key !== '' && !taken.has(name) && !byForm.has(key)) byForm.set(key, name);
    }
    for (const field of fields) {
      if (found[field] !== undefined) continue;
      const column = aliases(field).map((alias) => byForm.get(form(alias))).find((name) => name !== undefined && !taken.has(name));
      if (column === undefined) continue;
      found[field] = column;
      taken.add(column);
    }
  }
  return found;
}

/** `现有社区工作者人数`: words before that change nothing, and a count's ending in one form. */
function withoutFiller(name: string): string {
  return withoutUnit(name).replace(/^(?:现有|目前|截至目前|其中|共有|社区常住(?=户|人))+/, (found) => (found === '社区常住' ? '常住' : '')).replace(/(?:数量|总数|人数|个数)$/, '数');
}

const FACT_TYPES: ReadonlyMap<string, 'number' | 'truth' | 'word' | 'date'> = new Map([
  ...NUMBER_FACTS.map((name) => [name, 'number'] as const), ...TRUTH_FACTS.map((name) => [name, 'truth'] as const),
  ...WORD_FACTS.map((name) => [name, 'word'] as const), ...DATE_FACTS.map((name) => [name, 'date'] as const),
]);

/** Null for what is a key and no fact: code, name. */
export function factType(field: string): 'number' | 'truth' | 'word' | 'date' | null {
  return FACT_TYPES.get(field) ?? null;
}
