/** The sheet's tables of defects: by class, open, decided, and decisions that no longer hold. */
import type { Acceptance } from '../core/coverage/accept.ts';
import { figure } from './figures.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import type { DefectRow } from './defectRow.ts';
import type { SheetContext } from './summarySheet.ts';

/** Longer lists belong in the defect file; the sheet says how many it leaves out. */
export const MOST_ROWS = 500;

export function classSection({ t, summary }: SheetContext): Markup {
  const found = summary.byClass.filter((c) => c.found > 0);
  return html`<section><h2>${t('sheet.byClass')}</h2>${found.length === 0 ? html`<p>${t('sheet.none')}</p>` : html`
<table><thead><tr><th>${t('report.class')}</th><th>${t('report.className')}</th><th class="n">${t('sheet.found')}</th>
<th class="n">${t('sheet.open')}</th><th class="n">${t('sheet.accepted')}</th><th class="n">${t('sheet.declared')}</th><th class="n">${t('report.area')}</th></tr></thead>
<tbody>${found.map((c) => html`<tr><td>${c.class}</td><td>${t(`class.${c.class}`)}</td><td class="n">${c.found}</td><td class="n">${c.open}</td>
<td class="n">${c.accepted}</td><td class="n">${c.declared}</td><td class="n">${c.squareMetres === null ? '—' : figure(c.squareMetres, 2)}</td></tr>`)}</tbody>
<tfoot><tr><th></th><th></th><td class="n">${summary.found}</td><td class="n">${summary.byState.open}</td>
<td class="n">${summary.byState.accepted}</td><td class="n">${summary.byState.declared}</td><td></td></tr></tfoot></table>`}</section>`;
}

export function openSection(context: SheetContext): Markup {
  const { t, rows } = context;
  const open = rows.filter(({ state }) => state === 'open');
  return html`<section><h2>${t('sheet.openList')}</h2>${list(context, open, html`<th class="word">${t('report.severity')}</th>`, (row) => html`<td class="word">${row.severityName}</td>`)}</section>`;
}

export function decidedSection(context: SheetContext): Markup {
  const { t, rows } = context;
  const decided = rows.filter(({ state }) => state !== 'open');
  return html`<section><h2>${t('sheet.decidedList')}</h2>${list(
    context, decided,
    html`<th>${t('report.state')}</th><th>${t('report.reason')}</th><th>${t('report.role')}</th><th>${t('report.date')}</th>`,
    (row) => html`<td class="word">${row.stateName}</td>${reasonCells(row.acceptance!, row.reasonName, row.groundKindName)}`,
  )}</section>`;
}

/** Nothing at all where every decision holds. */
export function lapsedSection({ t, summary: { stale, unsuitable } }: SheetContext): Markup {
  const one = (title: string, acceptances: readonly Acceptance[]): Markup | null => acceptances.length === 0 ? null : html`<section><h2>${title}</h2>
<table><tbody>${acceptances.slice(0, MOST_ROWS).map((acceptance) => html`<tr><td class="id">${acceptance.defectId}</td><td class="word">${t(`state.${acceptance.decision}`)}</td>${reasonCells(
    acceptance, t(`acceptReason.${acceptance.reason}`), acceptance.groundKind ? t(`groundKind.${acceptance.groundKind}`) : '',
  )}</tr>`)}</tbody></table>${more(t('sheet.more', { count: acceptances.length - MOST_ROWS }), acceptances.length)}</section>`;
  return html`${one(t('sheet.staleList'), stale)}${one(t('sheet.unsuitableList'), unsuitable)}`;
}

function list({ t }: SheetContext, rows: readonly DefectRow[], heads: Markup, cells: (row: DefectRow) => Markup): Markup {
  if (rows.length === 0) return html`<p>${t('sheet.none')}</p>`;
  const size = (value: number | null, decimals: number): string => (value === null ? '—' : figure(value, decimals));
  return html`<table><thead><tr><th>${t('report.id')}</th><th>${t('report.className')}</th><th>${t('report.units')}</th>
<th class="n">${t('report.area')}</th><th class="n">${t('report.width')}</th><th class="n">${t('report.length')}</th>${heads}</tr></thead>
<tbody>${rows.slice(0, MOST_ROWS).map((row) => html`<tr><td class="id">${row.defect.id}</td>
<td>${row.className}${row.detailName ? html`<br><small>${row.detailName}</small>` : null}</td><td>${row.units.join(t('report.listSeparator'))}</td>
<td class="n">${size(row.defect.areaSquareMetres, 2)}</td><td class="n">${size(row.defect.widthMetres, 3)}</td><td class="n">${size(row.defect.lengthMetres, 1)}</td>${cells(row)}</tr>`)}</tbody></table>${
  more(t('sheet.more', { count: rows.length - MOST_ROWS }), rows.length)}`;
}

function reasonCells({ note, role, date }: Acceptance, reason: string, groundKind: string): Markup {
  const words = [reason, groundKind, note].filter((text) => text !== '');
  return html`<td>${words.join(' · ')}</td><td>${role}</td><td class="date">${date}</td>`;
}

function more(words: string, count: number): Markup | null {
  return count > MOST_ROWS ? html`<p class="note">${words}</p>` : null;
}
