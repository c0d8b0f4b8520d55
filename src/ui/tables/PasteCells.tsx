/** Cells copied from a spreadsheet, with their header. */
import { useState } from 'react';
import { pasteCells } from '../../state/operations/addTables.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function PasteCells({ onDone }: { onDone: () => void }) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const read = () => {
    void pasteCells(text);
    onDone();
  };
  return (
    <section className="table-pane paste-pane">
      <label htmlFor="paste-cells">{t('tables.pasteHelp')}</label>
      <textarea id="paste-cells" className="text" spellCheck={false} autoFocus value={text} onChange={(event) => { setText(event.target.value); }} />
      <div className="buttons">
        <button type="button" className="button primary" disabled={text.trim() === ''} onClick={read}>{t('tables.pasteRead')}</button>
        <button type="button" className="button" onClick={onDone}>{t('action.cancel')}</button>
      </div>
    </section>
  );
}
