/** Opens a project that this computer keeps: its files as they were, its steps, its scenario. Without its files it asks for them. */
import { LAYER_ROLES } from '../../worker/protocol.ts';
import { autosave } from '../autosave/autosave.ts';
import type { KeptMeta } from '../autosave/kept.ts';
import { openProjectDialog } from '../project/dialog.ts';
import type { OpenedProject } from '../project/opened.ts';
import { useSession } from '../session.ts';
import { openKnown } from './openKnown.ts';

export async function openKept(meta: KeptMeta): Promise<void> {
  useSession.setState({ refusal: null, failure: null });
  try {
    await autosave.settled();
    const kept = await autosave.loadProject(meta.fingerprint);
    const files = (meta.asideOf === undefined ? kept : await autosave.loadProject(meta.asideOf))?.files ?? [];
    if (!kept || files.length === 0) {
      openProjectDialog({ kind: 'needsFiles', meta });
      return;
    }
    const read = await Promise.all(files.map(async ({ name, role, fields, encoding, bytes }) => {
      const known = LAYER_ROLES.find((each) => each === role);
      return { name, bytes: await bytes.arrayBuffer(), known: known && { role: known, fields, encoding } };
    }));
    const project: OpenedProject = meta.asideOf === undefined
      ? { name: meta.name, source: 'kept', steps: null, decisions: null, profile: null, asideKey: null }
      : { name: meta.name, source: 'aside', steps: { log: kept.log, pointers: kept.pointers ?? { scenarios: [], current: null } }, decisions: null, profile: null, asideKey: meta.fingerprint };
    await openKnown(read, { sample: null, project });
  } catch (error) {
    // The browser may have let go of what it kept.
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}
