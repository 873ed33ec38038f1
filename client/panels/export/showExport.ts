const asked = 'yuantu:export';
let waits = false;

/** Opens the export of the list, for a button elsewhere; a list that is not there yet opens it when it comes. */
export function showExport(): void {
  waits = true;
  window.dispatchEvent(new Event(asked));
}

/** Tells a list when its export is asked for, at once where somebody waits already. */
export function onExportAsked(listener: () => void): () => void {
  const hear = () => {
    waits = false;
    listener();
  };
  if (waits) hear();
  window.addEventListener(asked, hear);
  return () => window.removeEventListener(asked, hear);
}
