/** Sample files as files beside the page. */
const urls = import.meta.glob<string>('../../data/sample/{communities,communities-defects,district,declared,compounds,zones,streets,railway,water,green,buildings,facilities,gates}.geojson', { query: '?url', import: 'default', eager: true });

export async function readSampleFile(name: string): Promise<ArrayBuffer | null> {
  const url = urls[`../../data/sample/${name}`];
  if (url === undefined) return null;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return response.arrayBuffer();
}
