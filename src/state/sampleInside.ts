/** Sample files inside the one-file page, as text: a page opened from a disk may not fetch its neighbours. */
const texts = import.meta.glob<string>('../../data/sample/{communities,communities-defects,district,declared,compounds,zones,streets,railway,water,green,buildings,facilities,gates}.geojson', { query: '?raw', import: 'default', eager: true });

export function readSampleFile(name: string): Promise<ArrayBuffer | null> {
  const text = texts[`../../data/sample/${name}`];
  return Promise.resolve(text === undefined ? null : new TextEncoder().encode(text).buffer);
}
