/** The sheet's account of areas: each row is added to or taken from the one above, its parts indented beneath it. */
import type { AreaRow } from '../core/coverage/summary.ts';
import type { MessageKey } from '../i18n/index.ts';
import { figure, signedFigure } from './figures.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import type { SheetContext } from './summarySheet.ts';

/** Square metres are shown to the hundredth: what the reader adds up is what was added up. */
const DECIMALS = 2;

export function areaSection(context: SheetContext): Markup {
  const { t, summary: { areas } } = context;
  const parent = areas.parentSquareMetres;
  return html`<section><h2>${t('sheet.areas')}</h2><p class="note">${t('sheet.areasNote')}</p>
<table class="account"><tbody>
${row(t('sheet.unitsArea'), figure(areas.unitsSquareMetres, DECIMALS))}
${block(context, 'sheet.lessOverlap', -1, areas.overlap)}
${block(context, 'sheet.lessBeyond', -1, areas.beyond)}
${block(context, 'sheet.plusGap', 1, areas.gap)}
${row(t('sheet.accounted'), figure(areas.accountedSquareMetres, DECIMALS), 'sum')}
${parent === null ? null : row(t('sheet.parentArea'), figure(parent, DECIMALS))}
${areas.unexplainedSquareMetres === null ? null : row(t('sheet.unexplained'), signedFigure(areas.unexplainedSquareMetres, DECIMALS), 'sum')}
</tbody></table></section>`;
}

function block({ t }: SheetContext, head: MessageKey, sign: 1 | -1, area: AreaRow): Markup {
  const parts: [MessageKey, number, number][] = [
    ['sheet.openGround', area.open.squareMetres, area.open.defectIds.length],
    ['sheet.acceptedGround', area.accepted.squareMetres, area.accepted.defectIds.length],
    ['sheet.declaredGround', area.declared.squareMetres, area.declared.defectIds.length],
  ];
  const other = Math.abs(area.otherSquareMetres) >= 0.5 * 10 ** -DECIMALS;
  return html`${row(t(head), signedFigure(sign * area.squareMetres, DECIMALS))}
${parts.filter(([, , count]) => count > 0).map(([name, squareMetres, count]) =>
    row(`${t('sheet.ofWhich')} ${t(name)} × ${count}`, figure(squareMetres, DECIMALS), 'part'))}
${other ? row(`${t('sheet.ofWhich')} ${t('sheet.unlistedGround')}`, figure(area.otherSquareMetres, DECIMALS), 'part') : null}`;
}

function row(name: string, value: string, kind = ''): Markup {
  return html`<tr class="${kind}"><th scope="row">${name}</th><td>${value}</td></tr>`;
}
