/** What lies beneath the communities. It is read when it is first asked for: communities can be listed and drawn before. */
import { contextGeoJson, readContext, type ContextFeature } from '../io/contextLayer.ts';
import type { InspectedFile } from './preview.ts';
import type { BackgroundLayers } from './protocol.ts';

export class Background {
  private read: { file: InspectedFile; features: readonly ContextFeature[] }[] | null = null;

  constructor(private readonly files: readonly InspectedFile[]) {}

  features(): readonly ContextFeature[] {
    return this.byFile().flatMap(({ features }) => features);
  }

  /** Those that hold streets. */
  streetFiles(): InspectedFile[] {
    return this.byFile().flatMap(({ file, features }) => (features.some(isStreet) ? [file] : []));
  }

  layers(): BackgroundLayers {
    const features = this.features();
    return {
      contextGeoJson: contextGeoJson(features.filter(({ properties }) => properties.kind !== 'building')),
      buildingsGeoJson: contextGeoJson(features.filter(({ properties }) => properties.kind === 'building')),
    };
  }

  private byFile(): NonNullable<Background['read']> {
    this.read ??= this.files.map((file) => ({ file, features: readContext(file.name, file.bytes) }));
    return this.read;
  }
}

function isStreet({ properties, geometry }: ContextFeature): boolean {
  return properties.kind === 'street' && /Line/.test((geometry as { type: string }).type);
}
