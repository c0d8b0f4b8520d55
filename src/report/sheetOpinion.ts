/** The second opinion on the sheet: how far it went, and every difference. */
import type { OpinionState } from '../core/coverage/opinion.ts';
import { figure } from './figures.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { labelOf } from './defectRow.ts';
import { MOST_ROWS } from './sheetDefects.ts';
import type { SheetContext } from './summarySheet.ts';

/** Not asked and not confirmed are neither good nor bad news. */
const OPINION_STYLE: Record<OpinionState, string> = { agrees: '', differs: ' open', unconfirmed: ' plain', notAsked: ' plain' };

export function opinionSection({ t, opinion, summary, labels }: SheetContext): Markup {
  const verdict = html`<p class="verdict${OPINION_STYLE[summary.opinion]}">${t(`opinion.${summary.opinion}`)}</p>`;
  if (!opinion) return html`<section><h2>${t('sheet.opinion')}</h2>${verdict}</section>`;
  const size = (value: number | null): string => (value === null ? '—' : figure(value, 2));
  return html`<section><h2>${t('sheet.opinion')}</h2>${verdict}
<p>${t('opinion.method')}</p>
<p>${t('opinion.counts', { checked: opinion.defectsChecked, confirmed: opinion.defectsConfirmed })}</p>
<p>${opinion.wholeLayer ? t('opinion.wholeLayer', { pairs: opinion.pairsChecked }) : t('opinion.defectsOnly')}</p>
${opinion.differences.length === 0 ? null : html`<table><thead><tr><th>${t('sheet.opinion')}</th><th>${t('report.id')}</th><th>${t('report.units')}</th>
<th class="n">${t('report.area')}</th><th class="n">Turf (m²)</th><th>${t('report.message')}</th></tr></thead>
<tbody>${opinion.differences.slice(0, MOST_ROWS).map((d) => html`<tr><td>${t(`opinion.${d.kind}`)}</td><td class="id">${d.defectId ?? '—'}</td>
<td>${d.units.map((unit) => labelOf(labels, unit)).join(t('report.listSeparator'))}</td><td class="n">${size(d.oursSquareMetres)}</td>
<td class="n">${size(d.turfSquareMetres)}</td><td>${d.message ?? ''}</td></tr>`)}</tbody></table>
${opinion.differences.length > MOST_ROWS ? html`<p class="note">${t('sheet.more', { count: opinion.differences.length - MOST_ROWS })}</p>` : null}`}</section>`;
}
