/** What the columns of the other tables may be: compounds, rooms, staff, indicators, facilities. The key of a row is the community's code or name. */
import { aliasesOf } from './factFields.ts';

export const TABLE_KINDS = ['communities', 'compounds', 'rooms', 'staff', 'indicators', 'facilities', 'tasks'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

const CODE = aliasesOf('code').filter((alias) => !['编号', 'bianma', '代码', '编码', 'DM', 'BM'].includes(alias));
const COMMUNITY = ['community', '社区名称', '社区', '社区名', '所属社区', '所在社区', '社区村', '村居', '所属村居', '村社区', '社区村名称', '村居名称', '居委会', '单位名称', '单位', 'SQMC', 'communityname', 'shequ'];
const KEY = { code: ['communityCode', ...CODE, '代码', '编码'], community: COMMUNITY, subdistrict: aliasesOf('subdistrict') } as const;
const PLACE = { lng: ['lng', 'lon', 'longitude', '经度', 'x'], lat: ['lat', 'latitude', '纬度', 'y'] } as const;

/** Best alias first. Fields choose in this order. */
export const KIND_FIELDS = {
  compounds: {
    name: ['小区', '小区名称', '小区名', '居民小区', '住宅小区', '院落', '院落名称', '楼盘', '楼盘名称', '项目名称', 'compound', 'XQMC', 'name', '名称'], ...KEY,
    households: aliasesOf('households'), people: aliasesOf('people'), dwellings: aliasesOf('dwellings'), dwellingsOccupied: aliasesOf('dwellingsOccupied'),
    completed: aliasesOf('completed'), planned: ['planned', '规划时间', '规划日期', '规划许可时间', '规划许可日期', '批准规划时间'],
    partyMembersCount: ['partyMembersCount', '党员数', '党员人数', '党员', '正式党员数'], roomsSquareMetres: ['roomsSquareMetres', '移交用房面积', '配建用房面积', '社区用房面积', '用房面积'],
    stairwellHeads: ['stairwellHeads', '楼栋长', '单元长', '楼长', '楼栋长数', '单元长数', '楼门长'], stationHeads: ['stationHeads', '站长', '小区工作站站长', '工作站长'],
    partyBranch: ['partyBranch', '党支部', '党小组', '党组织', '小区党组织'], committeeFormed: ['committeeFormed', '业委会', '业主委员会', '居委会成立', '是否成立居委会'], attached: ['attached', '代管', '就近代管', '是否代管'], ...PLACE,
  },
  rooms: {
    ...KEY, name: ['用房名称', '名称', '房屋名称', '阵地名称', '房间', '地址', '坐落', 'room', 'name'],
    area: ['area', '面积', '建筑面积', '用房面积', '使用面积', 'MJ'], use: ['use', '用途', '功能', '使用功能', '房屋用途', '用房用途', '功能分区', '用房类型', '类型'], tenure: aliasesOf('tenure'),
  },
  staff: {
    ...KEY, person: ['姓名', '人员姓名', 'person', 'name'], role: ['role', '职务', '岗位', '职务岗位', '现任职务', '担任职务', '人员类别', '类别', '身份', '岗位类别'],
    count: ['count', '人数', '数量'], certified: ['certified', '是否持证', '持证', '社工证', '社会工作职业资格证', '职业资格证书', '资格证书'], fullTime: ['fullTime', '是否专职', '专职', '专兼职'],
  },
  indicators: {
    ...KEY, indicator: ['indicator', '指标', '指标名称', '指标序号', '序号指标', '项目', '指标内容'], value: ['value', '值', '完成情况', '是否达标', '现状', '完成值', '现状值', '数值', '是否具备', '有无'],
  },
  facilities: {
    name: ['name', '设施名称', '名称', '设施', '网点名称'], category: ['category', '类别', '设施类别', '设施类型', '类型', '分类', '业态'], ...KEY, ...PLACE,
    areaSquareMetres: ['areaSquareMetres', '面积', '建筑面积', '用地面积'], capacity: ['capacity', '床位', '床位数', '容量', '座位数', '服务能力', '托位', '托位数', '学位'],
  },
} as const satisfies Partial<Record<TableKind, Readonly<Record<string, readonly string[]>>>>;

export type ListKind = keyof typeof KIND_FIELDS;

/** Headings of a table of tasks. */
export const TASK_WORDS = ['序号', '任务', '工作任务', '任务内容', '牵头单位', '责任单位', '配合单位', '完成时限', '时限', '备注'];
