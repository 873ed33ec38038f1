import { AimOutlined, GatewayOutlined, HighlightOutlined, OrderedListOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { formText } from '../../text/form';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import type { Tool, useTool } from './useTool';

interface Props {
  hand: ReturnType<typeof useTool>;
  onPaste: () => void;
}

const ICONS = { pick: <AimOutlined />, lasso: <HighlightOutlined />, draw: <GatewayOutlined /> };
const TOOLS = ['pick', 'lasso', 'draw'] as const;
const HINTS: Record<Tool, 'pickHint' | 'lassoHint' | 'drawHint' | 'idleHint'> = {
  pick: 'pickHint',
  lasso: 'lassoHint',
  draw: 'drawHint',
  none: 'idleHint',
};

/** The ways of picking; the one in hand is pressed and says what Esc does. */
export function Tools({ hand: { tool, take, outlineSquareMetres }, onPaste }: Props) {
  const t = useText(formText);
  const format = useFormat();
  return (
    <fieldset className="form-tools">
      <legend>{t('tools')}</legend>
      <div>
        {TOOLS.map((name) => (
          <Button
            key={name}
            icon={ICONS[name]}
            type={tool === name ? 'primary' : 'default'}
            aria-pressed={tool === name}
            onClick={() => take(name)}
          >
            {t(name)}
          </Button>
        ))}
        <Button icon={<OrderedListOutlined />} onClick={onPaste}>
          {t('paste')}
        </Button>
      </div>
      <p className="hint">{t(HINTS[tool])}</p>
      <p className="form-running" aria-live="polite">
        {outlineSquareMetres !== null && (
          <Tooltip title={t('approximate')}>
            <span>{t('drawn', { area: format.areaOfSquareMetres(outlineSquareMetres) })}</span>
          </Tooltip>
        )}
      </p>
    </fieldset>
  );
}
