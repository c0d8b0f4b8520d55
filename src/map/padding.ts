/** How much of the pane's edges floating panels cover: what one flies to must not go under them. */
import type { PaddingOptions } from 'maplibre-gl';

const MARGIN = 24;

/** Panels say in `data-edge` which edge they take. */
export function freePadding(pane: HTMLElement): PaddingOptions {
  const box = pane.getBoundingClientRect();
  const padding = { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN };
  for (const panel of pane.querySelectorAll<HTMLElement>('[data-edge]')) {
    const rect = panel.getBoundingClientRect();
    const edge = panel.dataset['edge'];
    if (edge === 'left') padding.left = Math.max(padding.left, rect.right - box.left + MARGIN);
    if (edge === 'right') padding.right = Math.max(padding.right, box.right - rect.left + MARGIN);
    if (edge === 'top') padding.top = Math.max(padding.top, rect.bottom - box.top + MARGIN);
    if (edge === 'bottom') padding.bottom = Math.max(padding.bottom, box.bottom - rect.top + MARGIN);
  }
  // In a small pane the panels would leave nothing: then half of it is enough.
  const across = Math.min(1, (box.width * 0.5) / (padding.left + padding.right));
  const down = Math.min(1, (box.height * 0.5) / (padding.top + padding.bottom));
  return { left: padding.left * across, right: padding.right * across, top: padding.top * down, bottom: padding.bottom * down };
}
