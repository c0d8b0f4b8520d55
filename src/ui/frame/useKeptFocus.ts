/**
 * The keyboard stays where one works: when what has the focus is taken away or greyed by its own action (a row that was ended, a
 * button with nothing left to do), the focus goes to the nearest of its kind, else to what is nearest in the same part of the page.
 */
import { useEffect } from 'react';

/** Whoever takes a thing away may place the focus himself: a dialog that closes, a menu. */
const GRACE_MS = 60;
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

interface Place {
  element: HTMLElement;
  /** From the nearest out. */
  ancestors: HTMLElement[];
  box: DOMRect;
}

export function useKeptFocus(): void {
  useEffect(() => keepFocus(document), []);
}

/** Gives what ends it. */
export function keepFocus(page: Document): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true };
  let place: Place | null = null;
  let timer = 0;
  const note = (event: Event) => {
    const { target } = event;
    place = target instanceof HTMLElement && target !== page.body ? placeOf(target) : null;
  };
  page.addEventListener('focusin', note, options);
  // What is pressed may move before it goes.
  page.addEventListener('keydown', note, options);
  // A press beside everything lets go on purpose.
  page.addEventListener('pointerdown', () => { place = null; }, options);
  const observer = new MutationObserver(() => {
    if (timer !== 0 || place === null || canHold(place.element)) return;
    timer = window.setTimeout(() => {
      timer = 0;
      if (place && (page.activeElement === page.body || page.activeElement === place.element)) successor(place)?.focus({ preventScroll: true });
    }, GRACE_MS);
  });
  observer.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    controller.abort();
    observer.disconnect();
    window.clearTimeout(timer);
  };
}

function placeOf(element: HTMLElement): Place {
  const ancestors: HTMLElement[] = [];
  for (let at = element.parentElement; at && at !== element.ownerDocument.body; at = at.parentElement) ancestors.push(at);
  return { element, ancestors, box: element.getBoundingClientRect() };
}

function successor({ element, ancestors, box }: Place): HTMLElement | null {
  if (canHold(element)) return element;
  const standing = ancestors.filter((ancestor) => ancestor.isConnected);
  const [part] = standing.filter((ancestor) => ancestor.matches('[role="dialog"], [role="tabpanel"], aside, section, main, header, footer'));
  const within = standing.slice(0, part ? standing.indexOf(part) + 1 : 0);
  for (const ancestor of within) {
    const same = nearest(ancestor, box, (each) => each.tagName === element.tagName && each.className === element.className);
    if (same) return same;
  }
  for (const ancestor of within) {
    if (ancestor.matches(FOCUSABLE) && canHold(ancestor)) return ancestor;
    const other = nearest(ancestor, box, () => true);
    if (other) return other;
  }
  return element.ownerDocument.querySelector<HTMLElement>('.map-canvas canvas');
}

function nearest(within: HTMLElement, box: DOMRect, suits: (each: HTMLElement) => boolean): HTMLElement | null {
  let best: { element: HTMLElement; distance: number } | null = null;
  for (const element of within.querySelectorAll<HTMLElement>(FOCUSABLE)) {
    if (!suits(element) || !canHold(element)) continue;
    const own = element.getBoundingClientRect();
    const distance = Math.hypot(own.left - box.left, own.top - box.top);
    if (best === null || distance < best.distance) best = { element, distance };
  }
  return best?.element ?? null;
}

function canHold(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;
}
