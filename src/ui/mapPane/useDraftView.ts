/** Unfinished work as the map draws it: the stores of tool and draft, and a repair being looked at. */
import { useMemo } from 'react';
import type { LngLat } from '../../core/geo/coordinates.ts';
import { NO_DRAFT_VIEW, NO_PAINT_VIEW, type DraftView, type PaintView } from '../../map/mapView.ts';
import { useDraft } from '../../state/plan/draft.ts';
import { handlesOf, sameHandle } from '../../state/plan/reshapeCommand.ts';
import { useRepair } from '../../state/plan/repair.ts';
import { useTool, type Boundary, type HandleRef } from '../../state/plan/tool.ts';
import { useView } from '../../state/view.ts';

export function useDraftView(): DraftView {
  const task = useView((state) => state.task);
  const { boundary, handle, moved, line, tip, lasso, tool } = useTool();
  const answer = useDraft((state) => (state.command === null ? null : state.answer));
  const repairMoved = useRepair((state) => state.preview?.answer.movedGeoJson ?? null);
  const handles = useMemo(() => (boundary ? handleViews(boundary, handle, moved) : NO_DRAFT_VIEW.handles), [boundary, handle, moved]);
  const sketch = useMemo(() => {
    const drawn = tip ? [...line, tip] : line;
    const held = boundary ? boundary.paths.map((_, path) => heldPath(boundary, path, handle, moved)) : [];
    return [...held, drawn].filter((each) => each.length > 1);
  }, [boundary, handle, moved, line, tip]);
  const ring = tool === 'carve' && lasso ? (tip ? [...line, tip] : line) : null;
  const ringKey = ring && ring.length > 2 ? ring.map((at) => at.join()).join(' ') : null;
  return useMemo(() => {
    if (task === 'check') return repairMoved ? { ...NO_DRAFT_VIEW, moved: repairMoved } : NO_DRAFT_VIEW;
    if (task !== 'plan') return NO_DRAFT_VIEW;
    return {
      handles,
      sketch,
      ring: ringKey === null ? null : ring,
      rejected: answer?.ok === false,
      lines: answer?.ok ? answer.linesGeoJson : null,
      moved: answer?.ok ? answer.movedGeoJson : null,
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the ring is known by its key
  }, [task, handles, sketch, ringKey, answer, repairMoved]);
}

export function usePaintView(): PaintView {
  const task = useView((state) => state.task);
  const { tool, paintLayer, picked, hovered } = useTool();
  const on = task === 'plan' && (tool === 'paint' || tool === 'carve') && paintLayer !== null && paintLayer !== 'missing';
  const geojson = on ? paintLayer.geojson : null;
  return useMemo(() => (geojson ? { geojson, picked: [...picked.keys()], hovered } : NO_PAINT_VIEW), [geojson, picked, hovered]);
}

function handleViews(boundary: Boundary, handle: HandleRef | null, moved: LngLat | null): DraftView['handles'] {
  return handlesOf(boundary).map((each) => {
    const active = sameHandle(each, handle);
    return { at: active && moved ? moved : each.at, kind: each.kind, active };
  });
}

/** One path of the boundary in hand, with the vertex that is held where it is held. */
function heldPath({ paths }: Boundary, path: number, handle: HandleRef | null, moved: LngLat | null): LngLat[] {
  const { closed, vertices } = paths[path]!;
  const line = vertices.map((vertex) => vertex.at);
  if (handle?.path === path && moved) line.splice(handle.middle ? handle.index + 1 : handle.index, handle.middle ? 0 : 1, moved);
  return closed && line.length > 0 ? [...line, line[0]!] : line;
}
