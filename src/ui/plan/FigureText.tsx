/** A sum of households or people with its unit; what of it is an estimate is said, and what nobody knows is no number. */
import type { Figure } from '../../worker/planProtocol.ts';
import { Tip } from '../controls/Tip.tsx';
import { figure, signedFigure } from '../words/figures.ts';
import { useTranslate } from '../words/useTranslate.ts';

interface Props {
  of: Figure | undefined;
  /** Before, shown in grey with an arrow where it differs. */
  before?: Figure | null;
  unit?: string;
}

export function FigureText({ of, before, unit }: Props) {
  const t = useTranslate();
  if (!of?.known) return <span className="muted">{t('value.none')}</span>;
  const differs = before?.known === true && before.value !== of.value;
  return (
    <span className="nowrap">
      {differs && <span className="muted">{figure(before.value)} → </span>}
      {differs ? <b>{figure(of.value)}</b> : figure(of.value)}
      {unit !== undefined && <span className="unit"> {unit}</span>}
      <Estimated share={of.estimatedShare} />
    </span>
  );
}

/** 估: a share of it was divided by area. */
export function Estimated({ share }: { share: number }) {
  const t = useTranslate();
  if (share <= 0) return null;
  const percent = share < 0.001 ? '<0.1' : figure(100 * share, share < 0.1 ? 1 : 0);
  return <> <Tip text={t('figure.estimatedHelp', { percent })}><span className="tag" tabIndex={0}>{t('figure.estimated')}</span></Tip></>;
}

/** −910: what changed, nothing where nothing did. */
export function Change({ of, before }: { of: Figure | undefined; before: Figure | undefined }) {
  if (!of?.known || !before?.known || of.value === before.value) return null;
  return <span className="change">{signedFigure(of.value - before.value)}</span>;
}
