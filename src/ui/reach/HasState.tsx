/** Covered, not covered, unknown: the shape says it, colour repeats it. */
import { VerdictGlyph } from '../rules/VerdictGlyph.tsx';
import { useTranslate } from '../words/useTranslate.ts';
import type { Verdict } from '../../core/network/circle.ts';

export function HasState({ has, gained }: { has: 'yes' | 'no' | 'unknown'; gained: boolean }) {
  const t = useTranslate();
  return <span className="verdict"><VerdictGlyph of={has === 'yes' ? 'pass' : has === 'no' ? 'fail' : 'unknown'} />{t(gained ? 'reachPage.gained' : `reachPage.has.${has}`)}</span>;
}

export function CircleState({ of }: { of: Verdict }) {
  const t = useTranslate();
  return <span className="verdict"><VerdictGlyph of={of === true ? 'pass' : of === false ? 'fail' : 'unknown'} />{t(`reachPage.complete.${of}`)}</span>;
}
