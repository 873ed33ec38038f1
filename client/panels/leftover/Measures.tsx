import type { LeftoverFinding } from '../../../data/contract/analysis';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Explained } from '../parts/Explained';
import { Facts } from '../parts/Figure';

type Measure = `m_${keyof LeftoverFinding['measures']}`;

/** The measures that the finding rests on. */
export function Measures({ measures }: { measures: LeftoverFinding['measures'] }) {
  const t = useText(plotsText);
  const format = useFormat();
  const line = (name: Measure, value: string) =>
    [
      t(name),
      <Explained key={name} about={{ formula: name }}>
        {value}
      </Explained>,
    ] as const;
  return (
    <>
      <h4 className="lines-title">{t('measures')}</h4>
      <Facts
        rows={[
          line('m_contactShare', format.share(measures.contactShare)),
          line('m_contactRuns', format.number(measures.contactRuns)),
          line('m_edgeShare', format.share(measures.edgeShare)),
          line('m_enclosure', format.share(measures.enclosure)),
          line('m_parkIntoPlot', format.share(measures.parkIntoPlot)),
          line('m_plotIntoPark', format.share(measures.plotIntoPark)),
          line('m_inscribedWidthMetres', format.metres(measures.inscribedWidthMetres)),
          line('m_compactness', format.number(measures.compactness, 2)),
        ]}
      />
    </>
  );
}
