/** Where the cursor is, in degrees and on the Gauss–Krüger plane; scale, coordinate system, selection. */
import { useMemo } from 'react';
import { centralMeridian, gaussKruger } from '../../map/gaussKruger.ts';
import { useSession } from '../../state/session.ts';
import { useTool } from '../../state/plan/tool.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../symbols/Icon.tsx';
import { figure, plane, sexagesimal } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

export function StatusBar() {
  const t = useTranslate();
  const bounds = useSession((state) => state.loaded?.display.bounds);
  const scale = useView((state) => state.scaleDenominator);
  const selection = useView((state) => state.selection);
  const planning = useView((state) => state.task === 'plan');
  const more = useTool((state) => state.more.length);
  const others = planning ? more : 0;
  const meridian = bounds ? centralMeridian((bounds[0] + bounds[2]) / 2) : null;
  return (
    <footer className="status">
      <Cursor meridian={meridian} />
      {scale !== null && <span>1 : {figure(Math.round(scale))}</span>}
      {meridian !== null && <span className="where-room">{t('status.system', { meridian })}</span>}
      {selection && <span>{selection.kind === 'unit' && others > 0
        ? t('plan.selectedCount', { count: figure(1 + others) })
        : t(selection.kind === 'defect' ? 'status.oneDefect' : selection.kind === 'ground' ? 'status.oneGround' : 'status.oneUnit')}</span>}
      <span className="grow" />
      <span>F6 {t('status.toggleTable')}</span>
      <span className="lock"><Icon name="lock" small />{t('status.local')}</span>
    </footer>
  );
}

function Cursor({ meridian }: { meridian: number | null }) {
  const cursor = useView((state) => state.cursor);
  const project = useMemo(() => (meridian === null ? null : gaussKruger(meridian)), [meridian]);
  const at = cursor && project ? project(cursor) : null;
  return (
    <>
      <span className="cursor">
        {cursor ? `${sexagesimal(cursor[0], 'E', 'W')}　${sexagesimal(cursor[1], 'N', 'S')}` : '—'}
      </span>
      {meridian !== null && <span className="plane">{at ? `x ${plane(at.northMetres)} m　y ${plane(at.eastMetres)} m` : 'x —　y —'}</span>}
    </>
  );
}
