/** While a split is decided: which side of the drawn line is the left one and which the right, as its dialog calls them. */
import { useEffect, useState } from 'react';
import { usePlanDialog } from '../../state/plan/dialog.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { mapHandle } from './mapHandle.ts';
import { sideMarks, type SideMark } from './sideMarks.ts';

export function SplitSides() {
  const t = useTranslate();
  const dialog = usePlanDialog((state) => state.open);
  const line = dialog?.kind === 'split' ? dialog.line : null;
  const [marks, setMarks] = useState<readonly SideMark[]>([]);
  useEffect(() => {
    const map = mapHandle();
    if (!map || !line) return;
    const place = () => { setMarks(sideMarks(line.map((at) => map.project([at[0], at[1]])))); };
    place();
    map.on('move', place);
    return () => {
      map.off('move', place);
      setMarks([]);
    };
  }, [line]);
  return marks.map(({ side, x, y }) => <span key={side} className="split-side" style={{ left: x, top: y }}>{t(`split.mark.${side}`)}</span>);
}
