/** `npm run test:e2e` runs this first, so that a missing browser is one clear sentence. */
import { ensureBrowser } from './browser.ts';

try {
  console.log(`Browser: ${ensureBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
