/** Legend of a change of reach: the two colours, with what they are of. Samples are drawn with the map's own strokes. */
import type { ReactNode } from 'react';
import { CHANGE_FILL_OPACITY, CHANGE_LINE_WIDTH, LOST_DASH } from '../../map/layers/reachChange.ts';
import type { ReachChangedHome, ReachChangedHomes } from '../../worker/reachChangeProtocol.ts';
import { useReachChange } from '../../state/reach/change.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { subjectName } from './changeWords.ts';

export function ReachChangeLegend() {
  const t = useTranslate();
  const subject = useReachChange((mirror) => mirror.subject);
  const homes = useReachChange((mirror) => mirror.homes);
  const some = (of: ReachChangedHome['change']) => homes?.homes.some(({ change }) => change === of) ?? false;
  const stands = (state: ReachChangedHomes['facilityStates'][number]) => homes?.facilityStates.includes(state) ?? false;
  const lines: ['gained' | 'lost' | 'kept' | 'added' | 'removed', boolean, ReactNode][] = [
    ['gained', some('gained'), <Box key="s" colour="var(--will-be)" />],
    ['lost', some('lost'), <Box key="s" colour="var(--over-f)" dash={LOST_DASH} />],
    ['kept', stands('kept'), <circle key="s" cx="13" cy="6" r="3.6" fill="var(--ink)" stroke="#fff" strokeWidth="1.5" />],
    ['added', stands('added'), <circle key="s" cx="13" cy="6" r="5" fill="var(--acc)" stroke="#fff" strokeWidth="1.5" />],
    ['removed', stands('removed'), <circle key="s" cx="13" cy="6" r="4.6" fill="#fff" stroke="var(--over-f)" strokeWidth="2.2" />],
  ];
  return (
    <>
      {subject !== null && <li className="muted">{subjectName(t, subject)}</li>}
      {lines.map(([key, shown, sample]) => shown && <li key={key}><svg viewBox="0 0 26 12" aria-hidden="true">{sample}</svg>{t(`reachChange.legend.${key}`)}</li>)}
    </>
  );
}

function Box({ colour, dash }: { colour: string; dash?: number[] }) {
  return <rect x="2" y="1.5" width="22" height="9" fill={colour} fillOpacity={CHANGE_FILL_OPACITY} stroke={colour} strokeWidth={CHANGE_LINE_WIDTH} strokeDasharray={dash?.map((length) => length * CHANGE_LINE_WIDTH).join(' ')} />;
}
