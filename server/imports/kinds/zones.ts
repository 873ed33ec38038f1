import { zoneWords } from '../../../data/words/import-kinds/land';
import { holdZones } from '../../db/imports/kinds/zones/hold-zones';
import { removeMissingZones, withdrawZones, writeZones } from '../../db/imports/kinds/zones/write-zones';
import type { KindOfImport } from './kind';
import { fieldsOf, likenessTo } from './reading/describe';
import { needed } from './reading/missing';
import { openRecord } from './reading/record-reader';

const shapes = ['polygon'] as const;

/** The bureau's own outlines of counties and management zones, in the place of the schematic ones. */
export const zones: KindOfImport = {
  id: 'zones',
  title: zoneWords.title,
  shapes,
  place: 'required',
  fields: fieldsOf(zoneWords),
  likeness: likenessTo(zoneWords, shapes),
  read: (properties, mapping, note) => {
    const unit = needed(openRecord(properties, mapping, note), zoneWords, 'unit');
    return {
      key: unit.ok ? unit.value : null,
      fault: unit.ok ? null : unit.fault,
      fields: { unit: unit.ok ? unit.value : null },
    };
  },
  holdBack: holdZones,
  write: writeZones,
  removeMissing: removeMissingZones,
  withdraw: withdrawZones,
  touches: ['zones', 'parcels', 'parks', 'leftover'],
};
