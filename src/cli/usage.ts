/** `--help`. */
import type { Language } from '../i18n/index.ts';

const zh = `四至 sizhi：社区边界检查与修复（与页面同一套程序）

用法
  sizhi check 文件.geojson [--parent 上级界.geojson] [--declared 无社区用地.geojson] [选项]
  sizhi repair 文件.geojson --out 修复后.geojson [--parent 上级界.geojson] [--declared 无社区用地.geojson] [修复选项]
  sizhi apply 文件.geojson --commands 操作.json --out 结果.geojson|项目.sizhi [--parent 上级界.geojson] [--declared …] [--compounds 小区.geojson，可重复]

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

退出码  0 无几何错误 · 1 有几何错误 · 2 输入不能用 · 3 内部错误
面积为 GRS80 椭球面积（m²），长度 m，时间 ms
`;

const en = `sizhi: checks and repairs community boundaries (the same functions as the page)

Usage
  sizhi check FILE.geojson [--parent PARENT.geojson] [--declared GROUND.geojson] [options]
  sizhi repair FILE.geojson --out REPAIRED.geojson [--parent PARENT.geojson] [--declared GROUND.geojson] [repair options]
  sizhi apply FILE.geojson --commands COMMANDS.json --out RESULT.geojson|PROJECT.sizhi [--parent …] [--declared …] [--compounds FILE, repeatable]

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

Exit  0 no geometry error · 1 geometry errors · 2 input refused · 3 internal error
Areas in m² on the GRS80 ellipsoid, lengths in m, times in ms
`;

export const USAGE: Record<Language, string> = { zh, en };
