import type { LeftoverFinding } from '../../../data/contract/analysis';
import { useFormat } from '../../text/format';
import { useText } from '../../text/i18n';
import { plotsText } from '../../text/plots';
import { Facts } from '../parts/Figure';

/** The measures that the finding rests on. */
export function Measures({ measures }: { measures: LeftoverFinding['measures'] }) {
  const t = useText(plotsText);
  const format = useFormat();
  return (
    <>
      <h4 className="lines-title">{t('measures')}</h4>
      <Facts
        rows={[
          [t('m_contactShare'), format.share(measures.contactShare)],
          [t('m_contactRuns'), format.number(measures.contactRuns)],
          [t('m_edgeShare'), format.share(measures.edgeShare)],
          [t('m_enclosure'), format.share(measures.enclosure)],
          [t('m_parkIntoPlot'), format.share(measures.parkIntoPlot)],
          [t('m_plotIntoPark'), format.share(measures.plotIntoPark)],
          [t('m_inscribedWidthMetres'), format.metres(measures.inscribedWidthMetres)],
          [t('m_compactness'), format.number(measures.compactness, 2)],
        ]}
      />
    </>
  );
}
