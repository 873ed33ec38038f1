// One job of GDAL: a thread of its own, since the WebAssembly keeps state, cannot be interrupted, and gives memory back
// only when it ends.
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const require = createRequire(import.meta.url);
const { folder, steps } = workerData;
const said = [];
// The package finds its data only by a path from the working folder.
const path = relative(process.cwd(), join(dirname(require.resolve('gdal3.js/node.js')), 'dist/package'));
const gdal = await require('gdal3.js/node.js')({
  path,
  dest: folder,
  useWorker: false,
  logHandler: () => undefined,
  errorHandler: (line) => said.push(line),
});

/** The wrapper hides errors: whatever GDAL calls one on its way counts. */
function mustBeSilent(about) {
  const errors = said.filter((line) => /^ERROR/i.test(line));
  if (errors.length > 0) throw new Error(`${about}: ${errors.join('; ')}`);
}

for (const { input, openOptions, options, output, count } of steps) {
  const { datasets } = await gdal.open(`/output/${input}`, openOptions);
  const written = await gdal.ogr2ogr(datasets[0], options, output);
  await gdal.close(datasets[0]);
  mustBeSilent(output);
  if (count === null) continue;
  const found = (await gdal.open(written.local)).datasets[0];
  const layers = found.info?.layers ?? (await gdal.ogrinfo(found)).layers;
  await gdal.close(found);
  mustBeSilent(output);
  const told = layers.reduce((sum, layer) => sum + layer.featureCount, 0);
  if (told !== count) throw new Error(`${output}: ${told} of ${count} records were written`);
}
parentPort.postMessage('done');
