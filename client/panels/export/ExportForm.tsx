import { Alert, Form, Input, Radio, Segmented, Select } from 'antd';
import type { Answer, ExportWhat, planExport } from '../../../data/contract';
import { exportFormat } from '../../../data/contract';
import { exportFormats, exportWhatWords } from '../../../data/words/exports';
import { exportText } from '../../text/export';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import type { ExportAsked } from './asked';
import type { ExportChoice } from './choice';
import { FormatCards } from './FormatCards';

interface Props {
  /** What may be written, and what is chosen of it. */
  offers: readonly ExportAsked[];
  asked: ExportAsked;
  /** The rows are those of a list, and firms those of its scope. */
  ofList: boolean;
  plan: Answer<typeof planExport> | undefined;
  choice: ExportChoice;
  /** The system that will be written, by the choice and the format. */
  crs: string | null;
  onContent: (what: ExportWhat) => void;
  onChange: (change: Partial<ExportChoice>) => void;
}

/** What is written, how, and for whom. */
export function ExportForm({ offers, asked, ofList, plan, choice, crs, onContent, onChange }: Props) {
  const t = useText(exportText);
  const format = useFormat();
  const facts = exportFormats[choice.format];
  const formats = exportFormat.options
    .filter((one) => asked.what !== 'firms' || exportFormats[one].crs !== 'projected')
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const systems = (plan?.systems ?? []).filter(({ projected }) => facts.crs !== 'projected' || projected);
  const crsHint =
    facts.crs === 'degrees'
      ? t('crsFixed')
      : plan?.spansZones && isZone(crs)
        ? t('spans')
        : !facts.shapes && t('crsCentre');
  return (
    <Form layout="vertical" className="export-form" requiredMark={false}>
      <Form.Item label={t('content')}>
        <Segmented<ExportWhat>
          block
          value={asked.what}
          options={offers.map(({ what }) => ({
            value: what,
            label: ofList && what === 'firms' ? t('firmsToo') : format.name(exportWhatWords[what]),
          }))}
          onChange={onContent}
        />
      </Form.Item>
      <Form.Item label={t('format')}>
        <FormatCards
          formats={formats}
          value={choice.format}
          plan={plan}
          onChange={(one) => onChange({ format: one })}
        />
      </Form.Item>
      <div className="export-pair">
        <Form.Item label={t('crs')} htmlFor="export-crs" extra={crsHint || null}>
          <Select
            id="export-crs"
            disabled={facts.crs === 'degrees'}
            value={facts.crs === 'degrees' ? '4326' : crs}
            options={systems.map(({ id, title }) => ({
              value: id,
              label: id === plan?.ownZone ? t('crsOwn', { title: format.name(title) }) : format.name(title),
            }))}
            onChange={(id) => onChange({ crs: id })}
          />
        </Form.Item>
        {facts.asksEncoding && (
          <Form.Item label={t('encoding')}>
            <Radio.Group
              aria-label={t('encoding')}
              value={choice.encoding}
              options={[
                { value: 'GBK', label: t('encodingGbk') },
                { value: 'UTF-8', label: t('encodingUtf8') },
              ]}
              onChange={(event) => onChange({ encoding: event.target.value as ExportChoice['encoding'] })}
            />
          </Form.Item>
        )}
      </div>
      <div className="export-pair">
        <Form.Item label={t('audience')} extra={choice.public ? t('publicWhy') : null}>
          <Segmented
            value={choice.public}
            options={[
              { value: true, label: t('public') },
              { value: false, label: t('internal') },
            ]}
            onChange={(isPublic) => onChange({ public: isPublic })}
          />
        </Form.Item>
        {choice.public ? (
          <Form.Item label={t('approval')} htmlFor="export-approval" extra={t('approvalHint')}>
            <Input
              id="export-approval"
              maxLength={60}
              value={choice.approval}
              onChange={(event) => onChange({ approval: event.target.value })}
            />
          </Form.Item>
        ) : (
          <Alert
            type="warning"
            showIcon
            title={t(`internalWhy_${asked.what === 'firms' || asked.what === 'leftover' ? asked.what : 'rest'}`)}
          />
        )}
      </div>
    </Form>
  );
}

/** As the offices ask for them: the table first, then what surveyors and desktop GIS take. */
const ORDER = ['xlsx', 'shp', 'txt', 'gpkg', 'csv', 'geojson', 'dxf', 'kml'];

/** A plane of a national zone, into which the ground of two zones is put. */
const isZone = (id: string | null): boolean =>
  id !== null && /^\d+$/.test(id) && !['4490', '4326', '3857'].includes(id);
