import { type ComponentType, lazy, Suspense } from 'react';
import type { Selection, SelectionKind } from '../url';

import { LeftoverPanel } from './leftover/LeftoverPanel';
import { ParcelPanel } from './parcel/ParcelPanel';
import { CarrierPanel } from './unit/CarrierPanel';
import { SegmentPanel } from './unit/SegmentPanel';
import { UnitPanel } from './unit/UnitPanel';

type PanelOf = ComponentType<{ id: string }>;

/** Which component fills the right panel for each kind of selection. */
const panels: Record<SelectionKind, PanelOf> = {
  unit: UnitPanel,
  carrier: CarrierPanel,
  segment: SegmentPanel,
  parcel: ParcelPanel,
  leftover: LeftoverPanel,
  park: lazy(async () => ({ default: (await import('./park/ParkPanel')).ParkPanel })),
  form: lazy(async () => ({ default: (await import('./form/FormPanel')).FormPanel })),
  import: lazy(async () => ({ default: (await import('./import/ImportPanel')).ImportPanel })),
  history: lazy(async () => ({ default: (await import('./history/HistoryPanel')).HistoryPanel })),
  run: lazy(async () => ({ default: (await import('./runs/RunPanel')).RunPanel })),
  rules: lazy(async () => ({ default: (await import('./rules/RulesPanel')).RulesPanel })),
};

/** The panel of what is selected. */
export function SelectionPanel({ selection }: { selection: Selection }) {
  const Panel = panels[selection.kind];
  return (
    <Suspense fallback={null}>
      <Panel id={selection.id} />
    </Suspense>
  );
}
