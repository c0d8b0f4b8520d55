/** What the map shows in 可达. Parts keep their identity while they say the same, so that the map writes little. */
import { useMemo } from 'react';
import type { ReachMark, ReachView } from '../../map/mapView.ts';
import { readReachSettings } from '../../state/reach/settings.ts';
import { useSiting } from '../../state/reach/siting.ts';
import { useReach } from '../../state/reach/reach.ts';
import { useSession } from '../../state/session.ts';
import { useView } from '../../state/view.ts';
import { useTranslate } from '../words/useTranslate.ts';
import { bandText, siteLetter } from './reachWords.ts';

export function useReachView(): ReachView | null {
  const t = useTranslate();
  const on = useView((view) => view.task === 'reach');
  const state = useReach((mirror) => mirror.state);
  const walled = useReach((mirror) => mirror.settings?.walled ?? false);
  const view = useReach((mirror) => mirror.view);
  const category = useReach((mirror) => mirror.category);
  const subject = useReach((mirror) => mirror.subject);
  const sites = useSiting((mirror) => (subject?.kind === 'sites' && mirror.found?.category === category ? mirror.found.sites : null));
  const picked = useSiting((mirror) => (mirror.gainsOn ? mirror.picked : null));
  const gains = useSiting((mirror) => (mirror.gainsOn && mirror.gains !== null && mirror.gains.of === state && mirror.gains.map.category === category ? mirror.gains.map.geojson : null));
  const isochrone = useReach((mirror) => mirror.isochrone);
  const dragged = useReach((mirror) => mirror.dragged);
  const profile = useSession((session) => session.profile);
  const labels = useMemo(() => (isochrone?.bands ?? []).flatMap((band) => (band.label ? [{ at: band.label, text: bandText(t, band) }] : [])), [isochrone, t]);
  const marks = useMemo((): ReachMark[] => {
    if (!state) return [];
    const held = subject?.kind === 'point' && subject.of?.kind === 'proposed' ? subject.of.id : null;
    return [
      ...(walled ? (state.walls?.withoutGate ?? []).map(({ at, name }): ReachMark => ({ kind: 'noGate', at, id: name, text: name, selected: false })) : []),
      ...(walled ? readReachSettings(profile).gates.map(({ at }, index): ReachMark => ({ kind: 'gate', at, id: String(index), text: '', selected: false })) : []),
      ...(view?.pockets ?? []).map(({ at }, index): ReachMark => ({ kind: 'pocket', at, id: String(index), text: String(index + 1), selected: subject?.kind === 'pocket' && subject.index === index })),
      ...(sites?.sites ?? []).map(({ at }, index): ReachMark => ({ kind: 'site', at, id: String(index), text: siteLetter(index), selected: false })),
      ...(picked ? [{ kind: 'gain', at: picked.at, id: '', text: '', selected: true } as const] : []),
      ...(subject?.kind === 'point' && held === null ? [{ kind: 'origin', at: subject.at, id: '', text: '', selected: true } as const] : []),
      ...state.proposed.filter((each) => each.category === category).map(({ id, at, name }): ReachMark => ({ kind: 'pin', at: dragged?.id === id ? dragged.at : at, id, text: name, selected: id === held })),
    ];
  }, [state, walled, view, category, sites, picked, subject, dragged, profile]);
  return useMemo(() => (on && state ? {
    homes: view?.homesGeoJson ?? null, facilities: view?.facilitiesGeoJson ?? null, bands: subject?.kind === 'point' ? isochrone?.geojson ?? null : null, labels: subject?.kind === 'point' ? labels : NONE, marks, gains,
    selectedHome: subject?.kind === 'home' ? subject.id : null,
  } : null), [on, state, view, subject, isochrone, labels, marks, gains]);
}

const NONE: ReachView['labels'] = [];
