/** Scrolls the frame around an element, and nothing beyond it, until the element stands at its top or is in sight. */
export function scrollWithin(element: HTMLElement | null, block: 'start' | 'nearest'): void {
  const frame = element && frameOf(element);
  if (!frame) return;
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  const above = inner.top - outer.top;
  const below = inner.bottom - outer.bottom;
  if (block === 'start' || above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += Math.min(below, above);
}

/** The nearest ancestor that scrolls by its own style; what merely clips is left alone. */
function frameOf(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box; box = box.parentElement)
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  return null;
}
