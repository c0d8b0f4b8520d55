/** What the map shows, from the stores. Parts keep their identity while they say the same, so that the map writes little. */
import { useMemo } from 'react';
import type { MapDefect, MapName, MapView } from '../../map/mapView.ts';
import { shortName, type DefectRow } from '../../state/defectRows.ts';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { stem } from '../../state/defectRows.ts';
import { useTool } from '../../state/plan/tool.ts';
import { figure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { hasContext } from './hasContext.ts';
import { useDraftView, usePaintView } from './useDraftView.ts';
import { useReachView } from '../reach/useReachView.ts';
import { useReachChangeView } from '../reachChange/useReachChangeView.ts';
import { useTints } from '../rules/useTints.ts';
import { usePlanView, useShownCommunities } from './usePlanView.ts';
import { useDefectRows } from '../check/useDefectRows.ts';

export function useMapView(): MapView {
  const loaded = useSession((state) => state.loaded);
  const task = useView((state) => state.task);
  const selection = useView((state) => state.selection);
  const hidden = useView((state) => state.hiddenLayers);
  const { rows, onMap } = useDefectRows();

  const t = useTranslate();
  const plan = usePlanView();
  const communities = useShownCommunities();
  const tints = useTints()?.tints ?? null;
  const draft = useDraftView();
  const paint = usePaintView();
  const reach = useReachView();
  const reachChange = useReachChangeView();
  const more = useTool((state) => state.more);
  const names = useMemo((): MapName[] => {
    if (!communities) {
      return (loaded?.units ?? []).flatMap((unit) => (unit.labelPoint
        ? [{ short: shortName(unit), full: unit.name ?? unit.label, at: unit.labelPoint, unit: unit.index }]
        : []));
    }
    return communities.flatMap(({ name, households, labelPoint, unit }) => (labelPoint
      ? [{ short: stem(name), full: households.known ? `${name}\n${figure(households.value)} ${t('unit.households')}` : name, at: labelPoint, unit }]
      : []));
  }, [loaded, communities, t]);
  const selectedRow = selection?.kind === 'defect' && task === 'check' ? rows.find((row) => row.defect.id === selection.id) : undefined;
  // What is selected is drawn, even if the filter has let it go: it was just accepted, say.
  const shown = selectedRow && !onMap.includes(selectedRow) ? selectedRow : null;
  const defects = useMemo(
    () => (task === 'check' ? (shown ? [...onMap, shown] : onMap).map(mapDefect) : []),
    [task, onMap, shown],
  );
  const selectedDefect = useMemo(() => (selectedRow ? mapDefect(selectedRow) : null), [selectedRow]);
  const display = loaded?.display ?? null;
  const background = useSession((state) => state.background);
  const selectedUnit = selection?.kind === 'unit' ? selection.index : null;
  const selectedGround = selection?.kind === 'ground' ? selection.face : null;
  const moreUnits = task === 'plan' ? more : NONE;
  // The triangles of an outline that crosses itself overlap: a tint would show them, not the unit.
  const tinted = selectedRow?.defect.class === 'S1' ? undefined : selectedRow;
  const partyA = tinted?.unitA ?? null;
  const partyB = tinted?.unitB ?? null;

  // Of files on their way to an empty map nothing is asked: lines of the whole earth would be drawn for a moment only.
  const opening = useSession((state) => state.opening && state.loaded === null);
  const bare = !opening && (!hasContext(loaded) || hidden.has('context'));
  const graticule = useView((state) => (bare ? state.mapBounds : null));

  return useMemo(
    () => ({ display, background, names, defects, selectedUnit, moreUnits, selectedGround, partyA, partyB, selectedDefect, hidden, graticule, plan, tints, draft, paint, reach, reachChange }),
    [display, background, names, defects, selectedUnit, moreUnits, selectedGround, partyA, partyB, selectedDefect, hidden, graticule, plan, tints, draft, paint, reach, reachChange],
  );
}

const NONE: readonly number[] = [];

function mapDefect({ defect, number, state }: DefectRow): MapDefect {
  const { id, geometry, location, widthMetres } = defect;
  return { id, number, class: defect.class, open: state === 'open', geometry, location, widthMetres };
}
