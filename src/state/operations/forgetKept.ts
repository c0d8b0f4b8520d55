/** Takes a project off this computer: files, steps, and what was put aside of it. False: it could not be done. */
import { autosave } from '../autosave/autosave.ts';
import { useSession } from '../session.ts';
import { closeProject } from './closeProject.ts';

export async function forgetKept(fingerprint: string): Promise<boolean> {
  if (useSession.getState().fingerprint === fingerprint) await closeProject();
  const aside = (await autosave.listProjects()).filter((meta) => meta.asideOf === fingerprint);
  const done = await Promise.all([fingerprint, ...aside.map((meta) => meta.fingerprint)].map((key) => autosave.forgetProject(key)));
  return done.every((each) => each);
}
