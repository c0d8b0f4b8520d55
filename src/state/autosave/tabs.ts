/**
 * Which of several tabs edits a project: the first, unless another takes it over. Web Locks where the browser offers
 * them (https, localhost); else tabs ask each other over a BroadcastChannel. Where neither is there, every tab believes
 * itself alone, and the storage itself refuses the one that has been taken over (`Batch.owner`).
 */
export interface Claim {
  /** False: another tab edits it. */
  held: boolean;
  takeOver: () => Promise<void>;
  release: () => void;
}

/** `onLost`: another tab has taken over. */
export type ClaimProject = (fingerprint: string, onLost: () => void) => Promise<Claim>;

/** Another tab answers within a few milliseconds, unless it is busy drawing. */
const ANSWER_MS = 400;

export const claimProject: ClaimProject = (fingerprint, onLost) => {
  const name = `sizhi:${fingerprint}`;
  // Present in no page but those that the browser calls secure, whatever the types say.
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (locks) return claimLock(locks, name, onLost);
  if (typeof BroadcastChannel !== 'undefined') return claimByAsking(() => new BroadcastChannel(name), onLost, ANSWER_MS);
  return Promise.resolve({ held: true, takeOver: () => Promise.resolve(), release: () => undefined });
};

export async function claimLock(locks: Pick<LockManager, 'request'>, name: string, onLost: () => void): Promise<Claim> {
  let release = (): void => undefined;
  let isReleased = false;
  const hold = (options: LockOptions) => new Promise<boolean>((resolve, reject) => {
    locks.request(name, options, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<void>((free) => { release = free; });
    }).catch((error: unknown) => {
      // The lock was stolen, or never given.
      if (claim.held && !isReleased) {
        claim.held = false;
        onLost();
      }
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
  const claim: Claim = {
    held: false,
    takeOver: async () => { claim.held = await hold({ steal: true }); },
    release: () => {
      isReleased = true;
      release();
    },
  };
  claim.held = await hold({ ifAvailable: true });
  return claim;
}

/** `ask`: who has it? `mine`: I have. `taken`: I have it from now on. */
type Word = 'ask' | 'mine' | 'taken';
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & { onmessage: ((event: MessageEvent) => void) | null };

export async function claimByAsking(openChannel: () => Channel, onLost: () => void, answerMilliseconds: number): Promise<Claim> {
  const channel = openChannel();
  let isAnswered = false;
  const claim: Claim = {
    held: false,
    takeOver: () => {
      claim.held = true;
      say('taken');
      return Promise.resolve();
    },
    release: () => {
      claim.held = false;
      channel.close();
    },
  };
  const say = (word: Word) => { channel.postMessage(word); };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === 'mine') isAnswered = true;
    if (data === 'ask' && claim.held) say('mine');
    if (data === 'taken' && claim.held) {
      claim.held = false;
      onLost();
    }
  };
  say('ask');
  await new Promise((resolve) => { setTimeout(resolve, answerMilliseconds); });
  claim.held = !isAnswered;
  return claim;
}
