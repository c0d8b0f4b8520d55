/** Drawing a line: what it will do and the keys that end it. */
import { useTool, type ToolName } from '../../state/plan/tool.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { LassoSwitch } from './BrushHint.tsx';
import { useSelectedRows } from './useSelectedRows.ts';

export function LineHint({ tool }: { tool: Extract<ToolName, 'split' | 'cut' | 'carve'> }) {
  const t = useTranslate();
  const points = useTool((state) => state.line.length);
  const snapping = useTool((state) => state.snapping);
  const rows = useSelectedRows();
  return (
    <div className="float hint-bar">
      <b>{t(`tool.${tool}`)}{rows.length > 0 && `　${rows.map((row) => row.name).join(t('report.listSeparator'))}`}</b>
      {tool === 'carve' && <LassoSwitch />}
      <span>{points === 0 ? t(`hint.${tool}`) : t('hint.points', { count: points })}</span>
      <span><kbd>Enter</kbd> {t('hint.end')}</span>
      <span className="where-room"><kbd>Backspace</kbd> {t('hint.dropLast')}</span>
      <span className="where-room"><kbd>Esc</kbd> {t('hint.drop')}</span>
      <span className="where-room"><kbd>S</kbd> {t(snapping ? 'hint.snapOn' : 'hint.snapOff')}</span>
    </div>
  );
}
