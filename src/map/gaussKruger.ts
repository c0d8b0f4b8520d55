/** Plane coordinates as Chinese surveys write them: CGCS2000, 3-degree Gauss–Krüger, x north and y east, no zone prefix. */
import proj4 from 'proj4';
import type { LngLat } from '../core/geo/coordinates.ts';

export interface PlanePosition {
  northMetres: number;
  eastMetres: number;
}

/** Central meridian of the 3-degree zone in which a longitude lies. */
export function centralMeridian(longitude: number): number {
  return Math.round(longitude / 3) * 3;
}

export function gaussKruger(meridian: number): (at: LngLat) => PlanePosition {
  const projection = proj4(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`);
  return ([lng, lat]) => {
    const [eastMetres, northMetres] = projection.forward([lng, lat]);
    return { northMetres, eastMetres };
  };
}
