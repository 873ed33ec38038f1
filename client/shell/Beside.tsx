import { lazy, Suspense } from 'react';
import { useAddress } from '../url';
import { LeftPanel } from './LeftPanel';

const Overview = lazy(async () => ({ default: (await import('../faces/Overview')).Overview }));
const Pitch = lazy(async () => ({ default: (await import('../faces/Pitch')).Pitch }));

/** What stands at the left of the map in each face. */
export function Beside() {
  const [{ face }] = useAddress();
  if (face === 'workbench') return <LeftPanel />;
  return <Suspense fallback={null}>{face === 'overview' ? <Overview /> : <Pitch />}</Suspense>;
}
