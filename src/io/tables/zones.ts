/** Development zones of a file: their ground, who manages it, and the way of approval. */
import type { FactZone } from '../../core/facts/zones.ts';
import { normalColumn } from '../columnName.ts';
import { columnsOf } from '../columns.ts';
import type { SourceLayer } from '../sourceLayer.ts';
import { cell } from '../unitLabel.ts';
import { textOf } from './fileFacts.ts';
import { cellText, cellTruth } from './values.ts';

const COLUMNS = {
  name: ['name', '名称', '开发区', '开发区名称', '管委会'],
  entrusted: ['entrusted', '托管', '是否托管', '托管情况'],
  route: ['route', '审批路径', '审批流程', '报批流程'],
} as const;

export function zonesOfFile({ layer, properties }: Pick<SourceLayer, 'layer' | 'properties'>): FactZone[] {
  const names = columnsOf(properties).map(({ name }) => name);
  const column = (field: keyof typeof COLUMNS) => COLUMNS[field].map((alias) => names.find((name) => normalColumn(name) === normalColumn(alias))).find((name) => name !== undefined);
  const [name, entrusted, route] = [column('name'), column('entrusted'), column('route')];
  const { coordinates, ringStart, polygonStart, unitStart } = layer;
  return properties.map((row, unit) => {
    const text = (of: string | undefined): string => textOf(cell(row, of));
    const rings: number[][] = [];
    for (let r = polygonStart[unitStart[unit]!]!; r < polygonStart[unitStart[unit + 1]!]!; r++) rings.push([...coordinates.subarray(2 * ringStart[r]!, 2 * ringStart[r + 1]!)]);
    return { name: cellText(text(name)) ?? `#${unit + 1}`, rings, entrusted: cellTruth(text(entrusted)).value, route: cellText(text(route)) };
  });
}
