/** Writes the sample district to `data/sample`: `npm run sample`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleFiles } from './sample/files.ts';

const folder = fileURLToPath(new URL('../sample/', import.meta.url));
mkdirSync(folder, { recursive: true });
let total = 0;
for (const [name, bytes] of sampleFiles()) {
  writeFileSync(folder + name, bytes);
  total += bytes.length;
  console.log(`${name} ${Math.round(bytes.length / 1024)} KB`);
}
console.log(`total ${Math.round(total / 1024)} KB`);
