// Reads files with GDAL for tests, in a thread: GDAL keeps the folder it was first given for as long as its thread lives,
// and test files share theirs.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const gdal = await createRequire(import.meta.url)('gdal3.js/node.js')({
  path: 'node_modules/gdal3.js/dist/package',
  dest: workerData,
  useWorker: false,
  errorHandler: () => undefined,
});
parentPort.on('message', async ({ main, open, options, name }) => {
  const [dataset] = (await gdal.open(`/output/${main}`, open)).datasets;
  await gdal.ogr2ogr(dataset, options, name);
  await gdal.close(dataset);
  parentPort.postMessage(name);
});
