/**
 * Categories of facilities (policy sheet §6) and the words by which files call them. The first list of a word wins; a person's own mapping
 * comes before all. Anything else keeps its own name and counts for nothing until someone maps it.
 */
export const FACILITY_WORDS: Readonly<Record<string, readonly string[]>> = {
  governmentService: ['党群服务中心', '便民服务中心', '便民服务站', '政务服务', '社区服务中心', '社区服务站', '政务'],
  policeRoom: ['警务室', '社区警务', '派出所'],
  health: ['卫生服务站', '卫生服务中心', '社区卫生', '卫生室', '诊所', '医疗', '卫生'],
  communityMeals: ['社区食堂', '老年餐厅', '助餐点', '长者饭堂', '社区就餐'],
  elderlyCare: ['日间照料', '养老服务站', '养老', '互助幸福院', '老年人'],
  toddlerCare: ['托育', '托儿所', '婴幼儿照护'],
  afterSchoolCare: ['课后托管', '四点半课堂', '托管'],
  children: ['儿童之家', '儿童', '未成年人'],
  library: ['图书', '阅览', '书屋', '书房'],
  plaza: ['广场', '室外活动场地'],
  sports: ['体育', '健身', '运动'],
  culture: ['文化', '老年大学', '活动室'],
  foodMarket: ['菜市场', '农贸', '生鲜', '菜店', '果蔬', '蔬菜'],
  dailyGoods: ['超市', '便利店', '日用', '百货', '小卖部'],
  catering: ['餐饮', '早餐', '餐厅', '饭店', '小吃'],
  housekeeping: ['家政'],
  repairs: ['维修', '修理', '家电维修', '一修'],
  parcels: ['快递', '驿站', '包裹', '物流'],
  relief: ['救助', '社会救助'],
  employment: ['就业', '人力资源'],
  education: ['小学', '幼儿园', '中学', '学校'],
  counselling: ['心理'],
  hairdressing: ['理发', '美容美发', '美发'],
  recycling: ['再生资源', '废品回收', '回收'],
  post: ['邮政', '邮局'],
  bank: ['银行', '储蓄所', 'ATM'],
  telecom: ['通信', '电信', '移动营业厅', '联通'],
  supplyCoop: ['供销社'],
  gas: ['燃气'],
  power: ['供电', '电力'],
  water: ['供水', '自来水'],
  broadcasting: ['广电', '有线电视'],
  mediation: ['调解'],
  legalAid: ['法律援助', '法律服务'],
  correction: ['社区矫正', '矫正'],
  emergencyShelter: ['应急避难', '避难场所'],
  microFireStation: ['微型消防站', '消防'],
};

/** Id of a category as a file writes it; null where nobody has mapped the word. */
export function facilityCategory(written: string, own: ReadonlyMap<string, string> = new Map()): string | null {
  const text = written.normalize('NFKC').trim();
  const mapped = own.get(text);
  if (mapped !== undefined) return mapped;
  const bare = text.toLowerCase();
  const id = Object.keys(FACILITY_WORDS).find((each) => each.toLowerCase() === bare);
  if (id !== undefined) return id;
  const exact = Object.entries(FACILITY_WORDS).find(([, words]) => words.includes(text));
  return (exact ?? Object.entries(FACILITY_WORDS).find(([, words]) => words.some((word) => text.includes(word))))?.[0] ?? null;
}
