import type { FastifyInstance } from 'fastify';
import { layerName, readHealth, readState } from '../../data/contract';
import type { AppParts } from '../app';
import { listSources } from '../db/state/list-sources';
import { readSummary } from '../db/state/read-summary';
import { readVersions } from '../db/state/read-versions';
import { asOfDay, cityOf } from '../settings';
import { shownVersion } from '../tiles/shown-version';
import { serve } from './serve';

/** GET /api/health (the process serves), GET /api/ready (the database answers), GET /api/state. */
export function registerState(app: FastifyInstance, parts: AppParts): void {
  const { db, rulesets, config } = parts;
  serve(app, readHealth, async () => ({ status: 'ok' as const }));
  serve(app, { ...readHealth, path: '/api/ready', summary: 'Answers 200 while the database answers' }, async () => {
    await readVersions(db);
    return { status: 'ok' as const };
  });
  serve(app, readState, async () => {
    const [versions, summary, sources] = await Promise.all([readVersions(db), readSummary(db), listSources(db)]);
    const { planningExtent, cityCrs } = cityOf(parts);
    const asOf = asOfDay(parts);
    const shown = layerName.options.map((layer) => [layer, shownVersion(layer, versions, asOf)]);
    return {
      versions: Object.fromEntries(shown),
      dataDate: summary.dataDate,
      sample: summary.sample,
      extent: summary.extent ?? planningExtent,
      planningExtent,
      cityCrs,
      basemap: { styleUrl: config.basemap.styleUrl, attribution: config.basemap.attribution },
      ruleset: { id: rulesets.current.id, title: rulesets.current.title },
      sources,
      uploadLimitBytes: config.uploadLimitBytes,
      asOf,
    };
  });
}
