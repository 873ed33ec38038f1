import type { RefObject } from 'react';
import { useParks, useUnits } from '../../map/useCity';
import { useFormat } from '../../text/format';
import type { Selection } from '../../url';
import { askedOf } from './asked';
import { ExportDialog } from './ExportDialog';

interface Props {
  selection: Selection;
  /** Takes the focus once the dialog is closed. */
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

/** The export of the park or unit that is open, wherever the map looks and whatever the lists are narrowed to. */
export function ExportOpen({ selection, opener, onClose }: Props) {
  const format = useFormat();
  const parks = useParks().data?.rows ?? [];
  const units = useUnits().data?.units ?? [];
  const [first, ...rest] = askedOf(selection);
  if (!first) return null;
  const unit = units.find(({ id }) => id === selection.id);
  const name =
    selection.kind === 'unit' ? unit && format.name(unit.name) : parks.find(({ id }) => id === selection.id)?.name;
  return <ExportDialog offers={[first, ...rest]} of={name ?? selection.id} opener={opener} onClose={onClose} />;
}
