/** `--help`. */
import type { Language } from '../i18n/index.ts';

const zh = `四至 sizhi：社区边界检查、修复与评估（与页面同一套程序）

用法
  sizhi check 文件.geojson [--parent 上级界.geojson] [--declared 无社区用地.geojson] [选项]
  sizhi repair 文件.geojson --out 修复后.geojson [--parent 上级界.geojson] [--declared 无社区用地.geojson] [修复选项]
  sizhi apply 文件.geojson --commands 操作.json --out 结果.geojson|项目.sizhi [--parent 上级界.geojson] [--declared …] [--compounds 小区.geojson，可重复] [--table 表.csv，可重复]
  sizhi assess 文件.geojson|项目.sizhi --profile xian|weihai|文件.json [评估选项]
  sizhi reach --streets 路网.osm.pbf|路网.geojson (--from 经度,纬度 | --node 结点号 | --facilities 设施) [可达选项]
  sizhi site --demand 需求点 --candidates 候选点 (--streets 路网 | --straight) --count 处数 --limit-metres 米 [--objective coverage|median|cover-all] [选址选项]

可达选项
  --minutes 5,10,15    步行分钟，按 --speed 米每秒（默认 1.2；老年人 1.0、0.8）；或 --metres 米 按距离
  --facilities 文件    设施点：GeoJSON，或带经纬度的 CSV；--datum GCJ-02|BD-09 为其坐标系
  --homes 文件         住宅：小区、楼栋（面或点），带户数、人口；不写则用 --compounds
  --communities 文件   社区界，分社区计覆盖和生活圈；限距不写时按规则默认（--profile，默认 xian）
  --compounds 文件 --gates 文件  小区为围墙，出入口 access 为 open、residents 或 closed；另给不计围墙的读法
  --gates osm          按 OSM 的门和栅栏拦断
  --project 文件.sizhi 用项目自己的类别、步行规则、词语对应、手设出入口、限距；命令另写的为准
  --weld 米            GeoJSON 线端点接合容限，默认 0.5；--split-crossings 在交叉处打断
  --nodes 文件.csv     到达的结点和距离；--out 文件.geojson 等时圈（示意，人数逐户查得，不按图形数）

选址选项（需求点、候选点、设施：GeoJSON 的点或地块面，或带经纬度的 CSV）
  --objective 目标     coverage 新增覆盖最多（默认）· median 平均距离最短 · cover-all 用最少的处数覆盖能覆盖的全部（不需 --count）
  --existing 文件      现有设施，先计入；--weight 列名 人数或户数所在的列
  --candidates 文件    不写而有 --streets 时，每个路口都是候选；--gains 文件.csv 逐路口的新增覆盖
  --area 平方米        候选地块至少这么大，面积不明的不算够；--exclude 名称 排除某候选，可重复
  --seconds 秒         默认 10，0 为不求证；--seed 种子 --steps 步数 步数和种子相同且时间够时结果相同
  --datum GCJ-02|BD-09 各点的坐标系；--gates osm 按 OSM 的门和栅栏拦断；--project 文件.sizhi 用项目的步行规则；--out 文件.geojson 选中的位置
  结果中 lowerBound 与 upperBound 之间为最优值，gap 为离最优至多差多少，proved 为已证明最优

评估选项
  --profile 名称       随附的 xian、weihai，或自拟的 JSON 文件（可写 extends 沿用随附的）
  --reference 名称     另列一层参考规则，如 national，只供对照
  --scenario 名称      项目中的方案；不写为打开着的方案，base 为现状
  --table 文件[:键]    CSV（UTF-8 或 GB18030），可重复，后面的表盖过前面的；键为 code、name 或列名，不写则自行判断
  --zones 文件  --facilities 文件  --compounds 文件  --parent 文件  --declared 文件
  --average-pay 元     当地上年新招事业单位人员年平均工资（威海经费用）
  --whole city|district  全部数据是市还是区县，决定评分表哪些行作出判断；不写则看有几个区县

操作清单（apply）：JSON 列表，每项一个操作，例如
  {"type": "split", "community": "610111001001", "line": [[109.01,34.27],[109.02,34.28]], "name": "新社区"}
  {"type": "merge", "communities": ["代码甲", "代码乙"], "into": "代码甲"}
  不能执行的操作列在 rejected 中并写明原因，其余照常执行；有不能执行的，退出码为 1

修复选项（面归谁由规则定，界址点一律不动；未涉及的社区逐字节不变；不清空、不删除任何社区）
  --out 文件           修复后的文件
  --classes 类         只修这些类，如 G1,O1 或 G,O 或 all；默认除近似重合 N1 外的全部
  --max-width 米       更宽的留待人工
  --to 规则            longest-border 共享边界最长（默认）· largest 面积大者 · smallest 面积小者
  --decisions 文件     JSON，可重复：页面导出的认可清单（认可的不修），
                       或 [{"defect": "缺陷编号", "to": "社区代码或名称，null 为按规则"}]，两种可混在一个列表里

检查选项
  --parent 文件        区县界或街道界；没有它，通到外边的空缺看不见
  --declared 文件      申明不归社区的用地（营区、校园、水库等），与社区一起铺满上级界
  --accepted 文件      页面导出的认可清单，已认可的缺陷降为提示
  --grid 米            坐标格网，默认 0.011（1e-7 度，不可更细）
  --match 米           匹配容限，默认 0.10；更窄的缝隙和重叠列为近似重合
  --sliver 米          碎屑宽度，默认 1
  --second-opinion     用 Turf 另法核对
  --parse-baseline     另计同一文件 JSON.parse 的时间
  --field 字段=列名    指定某字段所在的列，可重复
  --out 文件           缺陷另存为 GeoJSON
  --json               标准输出给出一个 JSON 对象，进度写到标准错误
  --lang zh|en  --as-of 日期  --help

退出码  0 无几何错误，刚性和一般性规则都符合 · 1 有几何错误，或有刚性、一般性规则不符 · 2 输入不能用 · 3 内部错误
面积为 GRS80 椭球面积（m²），长度 m，时间 ms
`;

const en = `sizhi: checks, repairs and assesses communities (the same functions as the page)

Usage
  sizhi check FILE.geojson [--parent PARENT.geojson] [--declared GROUND.geojson] [options]
  sizhi repair FILE.geojson --out REPAIRED.geojson [--parent PARENT.geojson] [--declared GROUND.geojson] [repair options]
  sizhi apply FILE.geojson --commands COMMANDS.json --out RESULT.geojson|PROJECT.sizhi [--parent …] [--declared …] [--compounds FILE, repeatable] [--table FILE.csv, repeatable]
  sizhi assess FILE.geojson|PROJECT.sizhi --profile xian|weihai|FILE.json [assess options]
  sizhi reach --streets FILE.osm.pbf|FILE.geojson (--from LON,LAT | --node ID | --facilities FILE) [reach options]
  sizhi site --demand FILE --candidates FILE (--streets FILE | --straight) --count P --limit-metres M [--objective coverage|median|cover-all] [site options]

Reach options
  --minutes 5,10,15    minutes on foot at --speed metres a second (1.2; elderly 1.0, 0.8); or --metres M by distance
  --facilities FILE    points: GeoJSON, or CSV with longitude and latitude; --datum GCJ-02|BD-09 is theirs
  --homes FILE         compounds or buildings (polygons or points) with households and people; --compounds where left out
  --communities FILE   coverage and circle by community; without a limit in the call, the profile's (--profile, xian by default)
  --compounds FILE --gates FILE  compounds are walls, gates have access open, residents or closed; the open reading is given beside it
  --gates osm          OSM's own gates and barriers bar the way
  --project FILE.sizhi the project's own categories, walking rules, words, gates set by hand and limit; what the call says holds before it
  --weld M             ends of GeoJSON lines nearer than this are one, 0.5 by default; --split-crossings joins lines that cross
  --nodes FILE.csv     nodes reached with their distances; --out FILE.geojson isochrones (a sketch: homes are counted one by one, not by it)

Site options (demand, candidates, facilities: points or parcels of GeoJSON, or CSV with longitude and latitude)
  --objective NAME     coverage: most people newly covered (default); median: least mean distance; cover-all: fewest sites that cover what can be covered (no --count)
  --existing FILE      facilities that stand, counted first; --weight COLUMN holds the people or households
  --candidates FILE    left out with --streets, every junction is one; --gains FILE.csv what a site at each junction would cover
  --area M2            least area of a candidate, an unknown one is not enough; --exclude ID leaves a candidate out, repeatable
  --seconds S          10 by default, 0: no proof by the solver; --seed N --steps N: the same steps and seed give the same sites if time suffices
  --datum GCJ-02|BD-09 of all points; --gates osm: OSM's own gates and barriers; --project FILE.sizhi its walking rules; --out FILE.geojson the sites
  The optimum lies between lowerBound and upperBound; gap: how far from it the answer is at most; proved: not at all

Assess options
  --profile NAME       xian or weihai, or a JSON file of your own (it may extend a shipped one)
  --reference NAME     rules shown beside that decide nothing: national
  --scenario NAME      of a project; the open one by default, base: the files as they are
  --table FILE[:key]   CSV (UTF-8 or GB18030), repeatable, later ones lie over earlier ones; key: code, name or a column's heading; guessed where left out
  --zones FILE  --facilities FILE  --compounds FILE  --parent FILE  --declared FILE
  --average-pay YUAN   last year's average pay of newly hired public-institution staff (Weihai's money)
  --whole city|district  what the data are the whole of, hence which rows are judged; by the count of districts where left out

Commands (apply): a JSON list, one command each, for example
  {"type": "split", "community": "610111001001", "line": [[109.01,34.27],[109.02,34.28]], "name": "new"}
  {"type": "merge", "communities": ["A", "B"], "into": "A"}
  A command that can't be carried out is listed in rejected with its reason, the others are carried out; exit is 1 then

Repair options (ground is given to a side, no vertex is moved; communities not involved stay the same to the byte; none is emptied or deleted)
  --out FILE           the repaired file
  --classes LIST       only these classes: G1,O1 or G,O or all; by default all but near-matches (N1)
  --max-width M        wider ones are left to a person
  --to RULE            longest-border (default), largest, smallest
  --decisions FILE     JSON, repeatable: the list of accepted defects that the page exports (these are left),
                       or [{"defect": "its id", "to": "code or name, null: by the rule"}]; both may stand in one list

Check options
  --parent FILE        district or subdistricts; without it, ground open to the outside can't be seen
  --declared FILE      ground declared to belong to no community (barracks, campus, reservoir)
  --accepted FILE      decisions exported by the page: accepted defects become information
  --grid M             position grid, 0.011 by default (1e-7 degree, never finer)
  --match M            match tolerance, 0.10 by default; narrower gaps and overlaps are near-matches
  --sliver M           sliver width, 1 by default
  --second-opinion     check again by Turf
  --parse-baseline     also time JSON.parse of the same bytes
  --field NAME=COLUMN  the column that holds a field, repeatable
  --out FILE           write the defects as GeoJSON
  --json               one JSON object on stdout, progress on stderr
  --lang zh|en  --as-of DATE  --help

Exit  0 no geometry error, no firm or general rule fails · 1 one does · 2 input refused · 3 internal error
Areas in m² on the GRS80 ellipsoid, lengths in m, times in ms
`;

export const USAGE: Record<Language, string> = { zh, en };
