/** The worker's door: one call at a time, progress out, cancel in. */
import { drive, WorkCancelled } from './driver.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { answersOf, Refused, Session } from './session.ts';
import type { Work } from '../core/progress.ts';

declare const self: DedicatedWorkerGlobalScope;

const answers = answersOf(new Session());
const cancelled = new Set<number>();
let queue: Promise<void> = Promise.resolve();

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.type === 'cancel') cancelled.add(message.id);
  else queue = queue.then(() => answer(message));
};

async function answer({ id, name, argument }: Extract<ToWorker, { type: 'call' }>): Promise<void> {
  try {
    if (cancelled.has(id)) throw new WorkCancelled();
    const method = answers[name] as (argument: unknown) => Work<unknown>;
    const value = await drive(method(argument), (progress) => { post({ type: 'progress', id, ...progress }); }, () => cancelled.has(id));
    post({ type: 'done', id, value }, buffersOf(value));
  } catch (error) {
    if (error instanceof WorkCancelled) post({ type: 'cancelled', id });
    else if (error instanceof Refused) post({ type: 'failed', id, problems: error.problems });
    else post({ type: 'crashed', id, message: error instanceof Error ? error.message : String(error) });
  } finally {
    cancelled.delete(id);
  }
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

/** Byte buffers at the first two levels of an answer are handed over, not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const buffers: ArrayBuffer[] = [];
  const look = (inner: unknown, depth: number) => {
    if (inner instanceof ArrayBuffer) buffers.push(inner);
    else if (depth > 0 && typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner) && !Array.isArray(inner)) {
      for (const each of Object.values(inner)) look(each, depth - 1);
    }
  };
  look(value, 2);
  return buffers;
}
