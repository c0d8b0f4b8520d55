/** The life of the one map: made once, told what to show, told where to fly. */
import { useEffect, useState, type RefObject } from 'react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { createMap, type Hit } from '../../map/createMap.ts';
import { freePadding } from '../../map/padding.ts';
import { scaleDenominator } from '../../map/scale.ts';
import { afterCommunities } from '../../map/sourceData.ts';
import { syncMap } from '../../map/syncMap.ts';
import { exposeProbe, isUnderTest } from '../../map/underTest.ts';
import type { MapView } from '../../map/mapView.ts';
import { reachTool } from '../../map/tools/reach.ts';
import { enterTool } from '../../map/tools/enterTool.ts';
import { useCompare } from '../../state/plan/compare.ts';
import { useTool } from '../../state/plan/tool.ts';
import { sampleHandedOver } from '../../state/operations/openSample.ts';
import { readBackground } from '../../state/operations/readBackground.ts';
import { selectCommunity, selectGround } from '../../state/operations/selectInPlan.ts';
import { clearSelection, selectDefect, selectUnit } from '../../state/operations/select.ts';
import { useView, type Flight } from '../../state/view.ts';
import { setMapHandle } from './mapHandle.ts';

export function useMap(container: RefObject<HTMLDivElement | null>, view: MapView): { failed: boolean } {
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [failed, setFailed] = useState(false);
  const flight = useView((state) => state.flight);
  const tool = useTool((state) => state.tool);
  const editing = useView((state) => state.task === 'plan');
  const reaching = useView((state) => state.task === 'reach');
  const comparing = useCompare((state) => state.on);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let gone = false;
    let made: MapLibreMap | null = null;
    sampleHandedOver().then(() => createMap(element, {
      moved: (mapBounds, zoom, centre) => {
        useView.setState({ mapBounds, scaleDenominator: scaleDenominator(zoom, centre[1]) });
      },
      cursor: (cursor) => { useView.setState({ cursor }); },
      picked: pick,
      failed: () => { setFailed(true); },
    })).then((ready) => {
      made = ready;
      if (gone) {
        ready.remove();
        return;
      }
      setMapHandle(ready);
      exposeProbe(ready);
      setMap(ready);
    }, (error: unknown) => {
      console.error(error);
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
      setMapHandle(null);
      setMap(null);
      made?.remove();
    };
  }, [container]);

  useEffect(() => { if (map) syncMap(map, view); }, [map, view]);
  const { display } = view;
  useEffect(() => { if (map && display) afterCommunities(map, () => { void readBackground(); }); }, [map, display]);
  useEffect(() => { if (map && flight) fly(map, flight); }, [map, flight]);
  useEffect(() => (map && editing && !comparing ? enterTool(map, tool) : undefined), [map, editing, comparing, tool]);
  useEffect(() => (map && reaching ? reachTool(map) : undefined), [map, reaching]);
  return { failed };
}

function pick(hit: Hit, add: boolean): void {
  // In 可达 clicks are the hand's own.
  if (useView.getState().task === 'reach') return;
  if (useView.getState().task === 'plan') pickInPlan(hit, add);
  else if (hit === null || hit.kind === 'ground') clearSelection();
  else if (hit.kind === 'unit') selectUnit(hit.index);
  else {
    useView.setState({ task: 'check' });
    selectDefect(hit.id);
  }
}

/** With a tool in hand clicks are the tool's. */
function pickInPlan(hit: Hit, add: boolean): void {
  if (useTool.getState().tool !== 'select') return;
  if (hit?.kind === 'unit') selectCommunity(hit.index, { add });
  else if (hit?.kind === 'ground') selectGround(hit.face);
  else if (!add) clearSelection();
}

function fly(map: MapLibreMap, { bounds: [west, south, east, north], maxZoom, jump }: Flight): void {
  const pane = map.getContainer().parentElement ?? map.getContainer();
  // The pane may have changed its size in this very turn.
  map.resize();
  map.fitBounds([[west, south], [east, north]], {
    padding: freePadding(pane),
    maxZoom,
    duration: 600,
    animate: !jump && !isUnderTest(),
  });
}
