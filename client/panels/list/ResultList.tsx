import { ImportOutlined, PartitionOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../text/i18n';
import { listText } from '../../text/list';
import { go, type ListTab } from '../../url';
import { ResumeForm } from '../form/ResumeForm';
import { LeftoverList } from './LeftoverList';
import { ParcelsList } from './ParcelsList';
import { ParksList } from './ParksList';
import { UnitsList } from './UnitsList';
import './list.css';

const LISTS = { units: UnitsList, parks: ParksList, parcels: ParcelsList, leftover: LeftoverList };

/** The list of a tab, under the two ways in which new things come about. */
export function ResultList({ tab }: { tab: Exclude<ListTab, 'layers'> }) {
  const t = useText(listText);
  const List = LISTS[tab];
  return (
    <div className="result-list">
      <div className="list-actions">
        <Button size="small" icon={<PartitionOutlined />} onClick={() => go({ selection: { kind: 'form', id: '-' } })}>
          {t('formPark')}
        </Button>
        <Button size="small" icon={<ImportOutlined />} onClick={() => go({ selection: { kind: 'import', id: 'new' } })}>
          {t('importParcels')}
        </Button>
      </div>
      <ResumeForm />
      <List />
    </div>
  );
}
