import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const serverUrl = `http://127.0.0.1:${process.env.PORT ?? 4700}`;
/** One warning level for a page whose map and chart libraries are large by nature; they are split by use, not by size. */
const chunkWarningKilobytes = 3_500;

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: chunkWarningKilobytes,
  },
  worker: { format: 'es' },
  server: { port: 4701, strictPort: true, proxy: { '/api': serverUrl, '/tiles': serverUrl } },
});
