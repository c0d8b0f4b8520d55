/** The tables of the dialog in their order, the way to move and remove one, and to bring in others. */
import { useRef } from 'react';
import { addTableFiles } from '../../state/operations/addTables.ts';
import { moveTable, removeTable } from '../../state/operations/changeTable.ts';
import { useTableDraft } from '../../state/tables/tables.ts';
import { FilePicker } from '../project/FilePicker.tsx';
import { Icon } from '../symbols/Icon.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import { reportText } from './tableWords.ts';

export function DraftList({ onPaste, onPick }: { onPaste: () => void; onPick: () => void }) {
  const t = useTranslate();
  const { settings, refused, tried, previews, current } = useTableDraft();
  const picker = useRef<HTMLInputElement>(null);
  const pick = (name: string) => {
    useTableDraft.setState({ current: name });
    onPick();
  };
  return (
    <aside className="draft-list">
      <p className="note">{t('tables.list')}</p>
      <ol>
        {settings.map(({ name, kind }, k) => {
          const { text, alarming } = reportText(t, tried?.reports.find((each) => each.name === name), { rows: previews.get(name)?.rowCount ?? 0, tasks: tried?.tasks ?? 0 });
          return (
            <li key={name} className={name === current ? 'on' : undefined}>
              <button type="button" className="draft-name" aria-pressed={name === current} title={name} onClick={() => { pick(name); }}>
                <span className="ellipsis">{name}</span>
                <span className="unit">{t(`table.kind.${kind}`)} · <span className={alarming ? 'alarm' : undefined}>{text}</span></span>
              </button>
              <span className="draft-tools">
                <button type="button" className="icon-button" disabled={k === 0} aria-label={t('tables.earlier', { table: name })} title={t('tables.earlier', { table: name })} onClick={() => { moveTable(name, -1); }}><Icon name="chevronUp" small /></button>
                <button type="button" className="icon-button" disabled={k === settings.length - 1} aria-label={t('tables.later.move', { table: name })} title={t('tables.later.move', { table: name })} onClick={() => { moveTable(name, 1); }}><Icon name="chevronDown" small /></button>
                <Remove name={name} />
              </span>
            </li>
          );
        })}
        {refused.map(({ name }) => (
          <li key={`refused ${name}`} className={name === current ? 'on' : undefined}>
            <button type="button" className="draft-name" aria-pressed={name === current} title={name} onClick={() => { pick(name); }}><span className="ellipsis">{name}</span><span className="unit alarm">{t('tables.refusedShort')}</span></button>
            <span className="draft-tools"><Remove name={name} /></span>
          </li>
        ))}
      </ol>
      <div className="buttons">
        <button type="button" className="button" onClick={() => { picker.current?.click(); }}>{t('tables.choose')}</button>
        <button type="button" className="button" onClick={onPaste}>{t('tables.paste')}</button>
      </div>
      <FilePicker
        input={picker}
        label={t('tables.choose')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        multiple
        onPick={(files) => { onPick(); void addTableFiles(files.map((file) => ({ name: file.name, blob: file }))); }}
      />
    </aside>
  );
}

function Remove({ name }: { name: string }) {
  const t = useTranslate();
  const label = t('tables.remove', { table: name });
  return <button type="button" className="icon-button" aria-label={label} title={label} onClick={() => { removeTable(name); }}><Icon name="close" small /></button>;
}
