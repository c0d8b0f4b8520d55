/**
 * Categories of facilities (rules §6): the basic list of the 15-minute circle first, then all others that are named.
 * `perCommunity` is how many a community has on average; below one, some have none.
 */
export interface Category {
  id: string;
  name: string;
  basic: boolean;
  perCommunity: number;
  /** Floor area in square metres, from and to; absent where area says nothing. */
  area?: [number, number];
  /** Places, beds or seats. */
  capacity?: [number, number];
}

export const CATEGORIES: readonly Category[] = [
  { id: 'governmentService', name: '党群服务中心', basic: true, perCommunity: 0.97, area: [180, 1500] },
  { id: 'policeRoom', name: '警务室', basic: true, perCommunity: 0.8, area: [20, 80] },
  { id: 'health', name: '卫生服务站', basic: true, perCommunity: 0.75, area: [80, 500], capacity: [4, 20] },
  { id: 'elderlyCare', name: '日间照料中心', basic: true, perCommunity: 0.6, area: [120, 700], capacity: [10, 45] },
  { id: 'children', name: '儿童之家', basic: true, perCommunity: 0.55, area: [30, 160], capacity: [15, 50] },
  { id: 'library', name: '图书室', basic: true, perCommunity: 0.7, area: [40, 240], capacity: [12, 60] },
  { id: 'sports', name: '健身广场', basic: true, perCommunity: 0.8, area: [300, 2600] },
  { id: 'foodMarket', name: '菜市场', basic: true, perCommunity: 0.7, area: [200, 2200] },
  { id: 'dailyGoods', name: '便民超市', basic: true, perCommunity: 1, area: [60, 900] },
  { id: 'catering', name: '餐饮店', basic: true, perCommunity: 1, area: [50, 400] },
  { id: 'repairs', name: '维修家政站', basic: true, perCommunity: 0.6, area: [20, 120] },
  { id: 'parcels', name: '快递驿站', basic: true, perCommunity: 0.9, area: [30, 160] },
  { id: 'toddlerCare', name: '托育园', basic: false, perCommunity: 0.28, area: [160, 900], capacity: [30, 120] },
  { id: 'afterSchoolCare', name: '课后托管中心', basic: false, perCommunity: 0.2, area: [80, 300], capacity: [20, 60] },
  { id: 'communityMeals', name: '社区食堂', basic: false, perCommunity: 0.3, area: [80, 400], capacity: [30, 120] },
  { id: 'relief', name: '救助服务站', basic: false, perCommunity: 0.1 },
  { id: 'employment', name: '就业服务站', basic: false, perCommunity: 0.15 },
  { id: 'education', name: '小学', basic: false, perCommunity: 0.25, area: [4000, 14000], capacity: [540, 1620] },
  { id: 'counselling', name: '心理咨询室', basic: false, perCommunity: 0.12, area: [15, 60] },
  { id: 'hairdressing', name: '理发店', basic: false, perCommunity: 0.25 },
  { id: 'recycling', name: '再生资源回收站', basic: false, perCommunity: 0.2 },
  { id: 'post', name: '邮政所', basic: false, perCommunity: 0.1 },
  { id: 'bank', name: '银行网点', basic: false, perCommunity: 0.2 },
  { id: 'telecom', name: '通信营业厅', basic: false, perCommunity: 0.12 },
  { id: 'supplyCoop', name: '供销社', basic: false, perCommunity: 0.06 },
  { id: 'gas', name: '燃气服务点', basic: false, perCommunity: 0.06 },
  { id: 'power', name: '供电服务点', basic: false, perCommunity: 0.06 },
  { id: 'water', name: '供水服务点', basic: false, perCommunity: 0.06 },
  { id: 'broadcasting', name: '广电服务点', basic: false, perCommunity: 0.05 },
  { id: 'culture', name: '文化活动室', basic: false, perCommunity: 0.35, area: [80, 500] },
  { id: 'plaza', name: '文化广场', basic: false, perCommunity: 0.3, area: [500, 4000] },
  { id: 'mediation', name: '人民调解室', basic: false, perCommunity: 0.2 },
  { id: 'legalAid', name: '法律援助点', basic: false, perCommunity: 0.1 },
  { id: 'correction', name: '社区矫正工作站', basic: false, perCommunity: 0.08 },
  { id: 'emergencyShelter', name: '应急避难场所', basic: false, perCommunity: 0.15, area: [1000, 9000], capacity: [300, 3000] },
  { id: 'microFireStation', name: '微型消防站', basic: false, perCommunity: 0.3 },
];
