/** A round length on the map. */
import { scaleBar } from '../../map/scale.ts';
import { useView } from '../../state/view.ts';
import { figure } from '../words/figures.ts';

const WIDEST_PIXELS = 100;

export function ScaleBar() {
  const denominator = useView((state) => state.scaleDenominator);
  if (denominator === null) return null;
  const { metres, pixels } = scaleBar(denominator, WIDEST_PIXELS);
  const text = metres >= 1000 ? `${figure(metres / 1000)} km` : metres >= 1 ? `${figure(metres)} m` : `${figure(metres * 100)} cm`;
  return <div className="scale" data-edge="bottom">{text}<div style={{ width: Math.round(pixels) }} /></div>;
}
