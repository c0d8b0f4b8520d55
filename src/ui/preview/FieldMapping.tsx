/** Field ← column, guessed; each can be corrected, with sample values beside it. */
import { useState } from 'react';
import type { CommunityField } from '../../io/fields.ts';
import { COMMUNITY_FIELDS } from '../../io/fields.ts';
import { isMessageKey, type Translate } from '../../i18n/index.ts';
import { setFieldColumn } from '../../state/operations/changeChoice.ts';
import type { FileChoice } from '../../state/session.ts';
import type { FilePreview } from '../../worker/protocol.ts';
import { Choose } from '../controls/Choose.tsx';
import { useTranslate } from '../words/useTranslate.ts';

/** Asked about every time; the others only where a column was found, or on request. */
const MAIN_FIELDS: readonly CommunityField[] = ['code', 'name', 'subdistrict', 'households', 'people'];
const NONE = '\u0000';

export function FieldMapping({ preview, choice }: { preview: FilePreview; choice: FileChoice }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const main = choice.role === 'communities' ? MAIN_FIELDS : choice.role === 'declared' ? (['name', 'kind'] as const) : (['code', 'name'] as const);
  const guessed = COMMUNITY_FIELDS.filter((field) => choice.fields[field] !== undefined && !main.some((each) => each === field));
  const rest = choice.role === 'communities' ? COMMUNITY_FIELDS.filter((field) => !main.some((each) => each === field) && !guessed.includes(field)) : [];
  return (
    <>
      <table className="mapping">
        <thead><tr><th scope="col">{t('preview.field')}</th><th scope="col">{t('preview.column')}</th><th scope="col">{t('preview.samples')}</th></tr></thead>
        <tbody>
          {[...main, ...guessed, ...(all ? rest : [])].map((field) => <FieldRow key={field} field={field} preview={preview} choice={choice} t={t} />)}
        </tbody>
      </table>
      {rest.length > 0 && <button type="button" className="link" onClick={() => { setAll(!all); }}>{t(all ? 'preview.fewerFields' : 'preview.moreFields', { count: rest.length })}</button>}
      <p className="note">{t('preview.keepsOthers')}</p>
    </>
  );
}

function FieldRow({ field, preview, choice, t }: { field: CommunityField; preview: FilePreview; choice: FileChoice; t: Translate }) {
  const name = choice.fields[field] ?? null;
  const column = preview.columns.find((each) => each.name === name);
  const label = fieldLabel(t, field);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Choose
          label={label}
          value={name ?? NONE}
          options={[
            { value: NONE, label: <span className="muted">{t('preview.noColumn')}</span> },
            ...preview.columns.map((each) => ({ value: each.name, label: each.name, note: each.samples.slice(0, 2).join('、') })),
          ]}
          onChange={(value) => { setFieldColumn(preview.fileIndex, field, value === NONE ? null : value); }}
        />
      </td>
      <td className="ellipsis" title={column?.samples.join('、')}>
        {column ? column.samples.join('、') : <span className="muted">—</span>}
        {column && column.filled < preview.unitCount && <span className="unit"> {t('preview.filled', { filled: column.filled, count: preview.unitCount })}</span>}
      </td>
    </tr>
  );
}

function fieldLabel(t: Translate, field: CommunityField): string {
  const key = `field.${field}`;
  return isMessageKey(key) ? t(key) : field;
}
