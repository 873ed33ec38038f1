import type { Gathered } from './gatherFiles';

/** Makes the one file that is sent: the file as it is, or its parts as a zip that stores them (the server unpacks at once). */
export async function packParts({ name, parts, packs }: Gathered<File>): Promise<File> {
  const [first] = parts;
  if (first && !packs) return first.file;
  const { zipSync } = await import('fflate');
  const entries: Record<string, Uint8Array> = {};
  for (const { path, file } of parts) entries[path] = new Uint8Array(await file.arrayBuffer());
  return new File([zipSync(entries, { level: 0 }) as BlobPart], name, { type: 'application/zip' });
}
