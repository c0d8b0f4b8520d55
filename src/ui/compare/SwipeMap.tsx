/** The right side of a comparison, over the left one from the divider on: a second map that moves with the first. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { createMap } from '../../map/createMap.ts';
import { followMap } from '../../map/followMap.ts';
import type { MapView } from '../../map/mapView.ts';
import { syncMap } from '../../map/syncMap.ts';
import { NO_DRAFT_VIEW, NO_PAINT_VIEW } from '../../map/mapView.ts';
import { stem } from '../../state/defectRows.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { usePlan } from '../../state/plan/plan.ts';
import { mapHandle } from '../mapPane/mapHandle.ts';
import { Divider } from './Divider.tsx';
import { useStateName } from './useStateName.ts';

export function SwipeMap({ view }: { view: MapView }) {
  const name = useStateName();
  const canvas = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const { a, b, divider } = useCompare();
  const right = useRightView(view);

  useEffect(() => {
    const element = canvas.current;
    const first = mapHandle();
    if (!element || !first) return;
    let gone = false;
    let made: MapLibreMap | null = null;
    let leave: (() => void) | null = null;
    const nothing = () => undefined;
    createMap(element, { moved: nothing, cursor: nothing, picked: nothing, failed: nothing }).then((ready) => {
      made = ready;
      if (gone) {
        ready.remove();
        return;
      }
      leave = followMap(first, ready);
      setMap(ready);
    }, (error: unknown) => { console.error(error); });
    return () => {
      gone = true;
      leave?.();
      setMap(null);
      made?.remove();
    };
  }, []);
  useEffect(() => { if (map && right) syncMap(map, right); }, [map, right]);

  return (
    <div className="swipe">
      {/* The first map takes the pointer: this one only shows. */}
      <div ref={canvas} className="map-canvas" inert style={{ clipPath: `inset(0 0 0 ${divider * 100}%)` }} />
      <Divider />
      <div className="float swipe-name left-of" style={{ right: `calc(${(1 - divider) * 100}% + 12px)` }}>{name(a)}</div>
      <div className="float swipe-name" style={{ left: `calc(${divider * 100}% + 12px)` }}>{name(b)}</div>
    </div>
  );
}

function useRightView(view: MapView): MapView | null {
  const answer = useCompare((compare) => compare.answer);
  const lines = usePlan((mirror) => mirror.base?.linesGeoJson);
  const plan = useMemo(() => (answer && lines ? { baseLines: lines, overlay: answer.overlayB } : null), [answer, lines]);
  const names = useMemo(() => answer?.rows.flatMap(({ b: row }) => (row?.labelPoint ? [{ short: stem(row.name), full: row.name, at: row.labelPoint, unit: row.unit }] : [])) ?? [], [answer]);
  return useMemo(() => (plan ? { ...view, plan, names, draft: NO_DRAFT_VIEW, paint: NO_PAINT_VIEW } : null), [view, plan, names]);
}
