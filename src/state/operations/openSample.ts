/** Loads a sample district as its files are: no questions, its columns are known. */
import { readSample, type SampleName } from '../samples.ts';
import { useSession } from '../session.ts';
import { useView } from '../view.ts';
import { openKnown } from './openKnown.ts';

let handedOver: Promise<void> = Promise.resolve();

/** Resolves when no sample is on its way to the worker: what holds the page's thread up for long, like making the map, waits for it. */
export function sampleHandedOver(): Promise<void> {
  return handedOver;
}

export async function openSample(name: SampleName): Promise<void> {
  useSession.setState({ refusal: null, failure: null });
  const reading = readSample(name);
  // By then the files have been posted: that takes no more than the turn in which they arrive.
  handedOver = reading.then(() => new Promise((resolve) => { setTimeout(resolve, 0); }), () => undefined);
  try {
    if (!(await openKnown(reading, { sample: name, project: null }))) return;
    if (name === 'district-defects' && useSession.getState().sample === name && useView.getState().task === 'data') useView.setState({ task: 'check' });
  } catch (error) {
    useSession.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}
