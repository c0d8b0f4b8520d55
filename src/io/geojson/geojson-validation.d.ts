/** The one door of geojson-validation that we use. With `trace` it answers its findings, none for a valid feature. */
declare module 'geojson-validation' {
  export function isFeature(feature: unknown, trace: true): unknown;
}
