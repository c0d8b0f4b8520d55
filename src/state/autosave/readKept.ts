/** What storage gives back, checked as if a stranger had written it: an earlier version of the program did, perhaps. */
import { readLogEntry, readPointers } from '../../core/plan/readLog.ts';
import type { KeptProject } from './kept.ts';
import type { StoredProject } from './storage.ts';

export function readKept({ meta, files, entries, pointers, draft }: StoredProject): KeptProject {
  const read = entries.map((entry) => readLogEntry(entry));
  const log = read.flatMap((result) => (result.ok ? [result.value] : []));
  const found = readPointers(pointers);
  return { meta, files, log, pointers: found.ok ? found.value : null, draft, unreadable: entries.length - log.length };
}
