import { useMemo, useSyncExternalStore } from 'react';
import { home, readAddress, writeAddress } from './address/codec';
import type { Address } from './address/schema';

export type {
  Address,
  Colouring,
  Face,
  LayerGroup,
  ListTab,
  Selection,
  SelectionKind,
  View,
  Weighing,
} from './address/schema';

const moved = 'yuantu:address';

/** How the page is read, as it stood last; the back button leaves it alone. */
let manner: Pick<Address, 'language' | 'theme' | 'folded'> | null = null;
const mannerOf = ({ language, theme, folded }: Address) => ({ language, theme, folded });

function keepManner(): void {
  if (manner) window.history.replaceState(null, '', hrefOf(manner));
}
function subscribe(listener: () => void): () => void {
  if (!manner) {
    manner = mannerOf(addressNow());
    window.addEventListener('popstate', keepManner);
  }
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}
const searchNow = () => window.location.search;

/** A change to the address, given outright or worked out from the address of this moment. */
export type AddressPatch = Partial<Address> | ((now: Address) => Partial<Address>);
/** Changes the address; `replace` leaves no step behind for the back button. */
export type Go = (patch: AddressPatch, options?: { replace?: boolean }) => void;

/** The address of this moment, for event handlers. */
export const addressNow = (): Address => readAddress(searchNow());

/** What is asked of one selection alone, and forgotten with it. */
const { line, gapMetres, reading, weigh, among, refused } = home;
const closed = { line, gapMetres, reading, weigh, among, refused };

/** Changes parts of the page's address; everything not named stays. A new selection closes the evidence of the old. */
export const go: Go = (patch, { replace = false } = {}) => {
  const now = addressNow();
  const change = typeof patch === 'function' ? patch(now) : patch;
  const closes = change.selection !== undefined && sameSelection(now, change) === false;
  const next = { ...now, ...(closes ? closed : {}), ...change };
  const search = writeAddress(next);
  if (search === writeAddress(now)) return;
  manner = mannerOf(next);
  const url = `${window.location.pathname}${search}`;
  if (replace) window.history.replaceState(null, '', url);
  else window.history.pushState(null, '', url);
  window.dispatchEvent(new Event(moved));
};

const sameSelection = (now: Address, change: Partial<Address>): boolean =>
  now.selection?.kind === change.selection?.kind && now.selection?.id === change.selection?.id;

/** The page's address as state, and the way to change it. */
export function useAddress(): [Address, Go] {
  const search = useSyncExternalStore(subscribe, searchNow);
  const address = useMemo(() => readAddress(search), [search]);
  return [address, go];
}

/** The link that would lead to a changed address, for anchors and copying. */
export const hrefOf = (patch: Partial<Address>): string =>
  `${window.location.pathname}${writeAddress({ ...addressNow(), ...patch })}`;
