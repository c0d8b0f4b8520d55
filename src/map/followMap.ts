/** Keeps a second map on the window of the first. */
import type { Map as MapLibreMap } from 'maplibre-gl';

export function followMap(leader: MapLibreMap, follower: MapLibreMap): () => void {
  const follow = () => { follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() }); };
  const resize = () => {
    follower.resize();
    follow();
  };
  follow();
  leader.on('move', follow);
  leader.on('resize', resize);
  return () => {
    leader.off('move', follow);
    leader.off('resize', resize);
  };
}
