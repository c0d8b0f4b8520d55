/** The shortcuts, on `?`. */
import { useView } from '../../state/view.ts';
import { Modal } from '../controls/Modal.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import type { MessageKey } from '../../i18n/index.ts';

const SHORTCUTS: readonly { keys: readonly string[]; does: MessageKey }[] = [
  { keys: ['/', 'Ctrl F'], does: 'help.search' },
  { keys: ['F6'], does: 'help.table' },
  { keys: ['↑', '↓'], does: 'help.rows' },
  { keys: ['Enter'], does: 'help.fly' },
  { keys: ['Esc'], does: 'help.escape' },
  { keys: ['1', '2', '3'], does: 'help.tasks' },
  { keys: ['Ctrl Z', 'Ctrl Y'], does: 'help.undo' },
  { keys: ['Shift'], does: 'help.add' },
  { keys: ['R', 'B', 'X'], does: 'help.tools' },
  { keys: ['Tab', '↑↓←→'], does: 'help.vertices' },
  { keys: ['Enter'], does: 'help.end' },
  { keys: ['Del'], does: 'help.removeVertex' },
  { keys: ['S'], does: 'help.snap' },
  { keys: ['+', '−'], does: 'help.zoom' },
  { keys: ['0'], does: 'help.fit' },
  { keys: ['?'], does: 'help.help' },
];

export function HelpDialog() {
  const t = useTranslate();
  const open = useView((state) => state.helpOpen);
  if (!open) return null;
  return (
    <Modal className="keys" title={t('help.title')} onClose={() => { useView.setState({ helpOpen: false }); }}>
      <dl className="keys-list">
        {SHORTCUTS.map(({ keys, does }) => [
          <dt key={`${does} keys`}>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>,
          <dd key={does}>{t(does)}</dd>,
        ])}
      </dl>
      <p className="note" style={{ marginTop: 12 }}>{t('help.local')}</p>
    </Modal>
  );
}
