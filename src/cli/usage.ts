/** `--help`. */
import type { Language } from '../i18n/index.ts';

const zh = `四至 sizhi：社区边界检查（与页面同一套程序）

用法
  sizhi check 文件.geojson [--parent 上级界.geojson] [--declared 无社区用地.geojson] [选项]

选项
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

const en = `sizhi: checks community boundaries (the same functions as the page)

Usage
  sizhi check FILE.geojson [--parent PARENT.geojson] [--declared GROUND.geojson] [options]

Options
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
