/** The map and what floats over it. */
import { useRef } from 'react';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { SwipeMap } from '../compare/SwipeMap.tsx';
import { DraftCard } from '../plan/DraftCard.tsx';
import { PlanHint } from '../plan/PlanHint.tsx';
import { useCompare } from '../../state/plan/compare.ts';
import { ReachHint } from '../reach/ReachHint.tsx';
import { HintBar } from './HintBar.tsx';
import { Legend } from './Legend.tsx';
import { MapTools } from './MapTools.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { SplitSides } from './SplitSides.tsx';
import { StartCard } from './StartCard.tsx';
import { useMap } from './useMap.ts';
import { useMapView } from './useMapView.ts';
import { WorkCard } from './WorkCard.tsx';

export function MapPane() {
  const t = useTranslate();
  const canvas = useRef<HTMLDivElement>(null);
  const view = useMapView();
  const { failed } = useMap(canvas, view);
  const loaded = useSession((state) => state.loaded !== null);
  const task = useView((state) => state.task);
  const comparing = useCompare((state) => state.on) && task === 'plan';
  return (
    <main className="map" aria-label={t('map.label')} style={loaded ? undefined : { gridRow: '3 / 5' }}>
      <div ref={canvas} className="map-canvas" />
      {loaded && !failed && (
        <>
          {task === 'check' && <HintBar />}
          {task === 'reach' && <ReachHint />}
          {comparing && <SwipeMap view={view} />}
          {task === 'plan' && !comparing && <PlanHint />}
          <MapTools />
          <Legend view={view} />
          <ScaleBar />
          {task === 'plan' && !comparing && <DraftCard />}
          {task === 'plan' && !comparing && <SplitSides />}
        </>
      )}
      {loaded && failed && (
        <div className="map-message"><div className="float" role="alert"><b>{t('map.failed')}</b><p className="note">{t('map.failedNote')}</p></div></div>
      )}
      {!loaded && <StartCard />}
      <WorkCard />
    </main>
  );
}
