/** A table as it was read: kind, key and date to correct, and over each column which field it is. */
import { useState } from 'react';
import { readDay } from '../../core/rules/dates.ts';
import { fieldsOfKind } from '../../io/tables/guessKind.ts';
import { TABLE_KINDS, type TableKind } from '../../io/tables/kindFields.ts';
import { setTableColumn, setTableDate, setTableKey, setTableKind } from '../../state/operations/changeTable.ts';
import type { TablePreview, TableSetting } from '../../worker/tableProtocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { ProblemList } from './ProblemList.tsx';
import { tableFieldText } from './tableWords.ts';

const UNUSED = '\u0000';
const AUTO = '\u0000auto';
/** A select over each; more than these are seldom of use. */
const SHOWN_COLUMNS = 60;

interface Props {
  setting: TableSetting;
  preview: TablePreview;
}

export function TableSheet({ setting, preview }: Props) {
  const t = useTranslate();
  const { kind, key, columns } = setting;
  const keys = [{ value: AUTO, label: t('tables.key.auto') }, ...(columns.code === undefined ? [] : [{ value: 'code', label: t('tables.key.code') }]), ...((kind === 'communities' ? columns.name : columns.community) === undefined ? [] : [{ value: 'name', label: t('tables.key.name') }])];
  return (
    <>
      <div className="sheet-facts">
        <span className="fact"><span className="muted">{t('tables.encoding')}</span> {preview.encoding === null ? '—' : preview.encoding.toUpperCase()}</span>
        <span className="fact"><span className="muted">{t('tables.rows')}</span> {figure(preview.rowCount)}</span>
        <span className="fact"><span className="muted">{t('tables.kind')}</span><span className="sheet-field"><Choose<TableKind> label={t('tables.kind')} value={kind} options={TABLE_KINDS.map((value) => ({ value, label: t(`table.kind.${value}`) }))} onChange={(next) => { void setTableKind(setting.name, next); }} /></span></span>
        {kind !== 'tasks' && <span className="fact"><span className="muted">{t('tables.key')}</span><span className="sheet-field key"><Choose label={t('tables.key')} value={key ?? AUTO} options={keys} onChange={(next) => { setTableKey(setting.name, next === AUTO ? null : next); }} /></span></span>}
        {kind !== 'tasks' && <DataDate setting={setting} preview={preview} />}
      </div>
      <div className="table-scroll">
        <Rows setting={setting} preview={preview} />
        {preview.problems.length > 0 && <div className="sheet-problems"><h3 className="heading">{t('tables.problems')}</h3><ProblemList problems={preview.problems} /></div>}
      </div>
    </>
  );
}

/** Counts on Enter or when one leaves the field; what is no date is not taken. */
function DataDate({ setting, preview }: Props) {
  const t = useTranslate();
  const [text, setText] = useState(setting.asOf ?? '');
  const wrong = text.trim() !== '' && readDay(text.trim()) === null;
  const commit = () => {
    const next = text.trim() === '' ? null : text.trim();
    if (!wrong && next !== setting.asOf) setTableDate(setting.name, next);
  };
  return (
    <label className="fact" title={t('tables.asOfHelp')}>
      <span className="muted">{t('tables.asOf')}</span>
      <span className={wrong ? 'field text wrong' : 'field text'}>
        <input aria-label={t('tables.asOf')} aria-invalid={wrong} placeholder={preview.asOf ?? t('tables.asOfNone')} maxLength={10} value={text} onChange={(event) => { setText(event.target.value); }} onBlur={commit} onKeyDown={(event) => { if (event.key === 'Enter') commit(); }} />
      </span>
    </label>
  );
}

function Rows({ setting, preview }: Props) {
  const t = useTranslate();
  const fieldOf = new Map(Object.entries(setting.columns).flatMap(([field, column]) => (column === undefined ? [] : [[column, field] as const])));
  const shown = shownColumns(preview.heads, fieldOf);
  const fields = [...new Set([...fieldsOfKind(setting.kind), ...Object.keys(setting.columns)])];
  const options = [{ value: UNUSED, label: <span className="muted">{t('tables.unusedColumn')}</span> }, ...fields.map((field) => ({ value: field, label: tableFieldText(t, field, setting.kind) }))];
  return (
    <>
      <table className="sheet">
        <thead>
          <tr><th scope="col" className="num">{t('tables.row')}</th>{shown.map((at) => <th key={at} scope="col" title={preview.heads[at]}>{preview.heads[at]}</th>)}</tr>
          {setting.kind !== 'tasks' && (
            <tr className="fields">
              <td />
              {shown.map((at) => {
                const column = preview.heads[at]!;
                return <td key={at}><Choose label={t('tables.columnIs', { column })} value={fieldOf.get(column) ?? UNUSED} options={options} onChange={(next) => { setTableColumn(setting.name, column, next === UNUSED ? null : next); }} /></td>;
              })}
            </tr>
          )}
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells }) => <tr key={row}><td className="num muted">{row}</td>{shown.map((at) => <td key={at} className={fieldOf.has(preview.heads[at]!) || setting.kind === 'tasks' ? undefined : 'muted'} title={cells[at]}>{cells[at]}</td>)}</tr>)}
        </tbody>
      </table>
      <p className="note">
        {t('tables.firstRows', { shown: preview.rows.length, count: figure(preview.rowCount) })}
        {shown.length < preview.heads.length && ` · ${t('tables.moreColumns', { count: preview.heads.length - shown.length })}`}
        {setting.kind === 'tasks' && ` · ${t('tables.taskColumns')}`}
      </p>
    </>
  );
}

/** Indices of columns; where there are too many, those in use first. */
function shownColumns(heads: readonly string[], fieldOf: ReadonlyMap<string, string>): number[] {
  const all = heads.map((_, at) => at);
  if (all.length <= SHOWN_COLUMNS) return all;
  const used = all.filter((at) => fieldOf.has(heads[at]!));
  return [...used, ...all.filter((at) => !fieldOf.has(heads[at]!))].slice(0, SHOWN_COLUMNS);
}
