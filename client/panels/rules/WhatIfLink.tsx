import { ExperimentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../text/i18n';
import { rulesText } from '../../text/rules';
import { go } from '../../url';

/** Leads from a finding to the thresholds that it rests on, with their group open. */
export function WhatIfLink({ group }: { group: 'title' | 'contiguity' | 'leftover' }) {
  const t = useText(rulesText);
  return (
    <Button
      size="small"
      icon={<ExperimentOutlined />}
      onClick={() => go({ selection: { kind: 'rules', id: '-' }, line: group })}
    >
      {t('tryIt')}
    </Button>
  );
}
