import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../text/format';
import { useText } from '../../../text/i18n';
import { importText } from '../../../text/import';
import { importKindsText } from '../../../text/import-kinds';
import { go } from '../../../url';
import { VirtualRows } from '../../list/VirtualRows';
import { Asking } from '../../parts/Asking';
import { Section } from '../../parts/Panel';
import { PhaseMark } from '../PhaseMark';
import { type ImportRow, useImports } from '../useRunningJobs';

const SHOWN = 8;
const ROW_PIXELS = 52;
const MOST_PIXELS = 520;

/** The imports before this one, newest first, each with its state and the way to it. */
export function Recent() {
  const t = useText(importText);
  const [all, setAll] = useState(false);
  const imports = useImports();
  return (
    <Section title={t('recent')}>
      <Asking result={imports}>
        {({ rows }) => {
          const shown = all ? rows.length : Math.min(SHOWN, rows.length);
          return (
            <>
              {rows.length === 0 && <p className="hint">{t('recentNone')}</p>}
              <VirtualRows
                label={t('recent')}
                count={shown}
                rowPixels={ROW_PIXELS}
                heightPixels={Math.min(MOST_PIXELS, shown * ROW_PIXELS)}
                keyOf={(index) => rows[index]?.id ?? index}
                onOpen={(index) => {
                  const id = rows[index]?.id;
                  if (id) go({ selection: { kind: 'import', id } });
                }}
              >
                {(index) => rows[index] && <RecentLine row={rows[index]} />}
              </VirtualRows>
              {rows.length > shown && (
                <Button type="link" size="small" onClick={() => setAll(true)}>
                  {t('recentMore', { count: rows.length })}
                </Button>
              )}
            </>
          );
        }}
      </Asking>
    </Section>
  );
}

function RecentLine({ row }: { row: ImportRow }) {
  const t = useText(importText);
  const say = useText(importKindsText);
  const format = useFormat();
  return (
    <span className="import-recent">
      <b>{row.fileName}</b>
      <span>
        <PhaseMark of={row} />
      </span>
      <small>
        {row.kind && say(row.kind)} · {t('by', { actor: row.actor, at: format.time(row.at) })}
      </small>
    </span>
  );
}
