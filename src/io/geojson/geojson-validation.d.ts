/** geojson-validation 1.0.2 carries no types; these are the parts that are used. */
declare module 'geojson-validation' {
  /** Words for what is wrong; empty when nothing is. */
  export function isFeature(feature: unknown, trace: true): string[];
  const library: { isFeature: typeof isFeature };
  export default library;
}
