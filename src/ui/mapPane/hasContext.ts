/** Whether anything lies beneath the communities. */
import type { Loaded } from '../../worker/protocol.ts';

export function hasContext(loaded: Loaded | null): boolean {
  return loaded?.layers.some((layer) => layer.role === 'context') ?? false;
}
