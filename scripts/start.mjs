// `npm start`: plain Node with no packages, since on a fresh clone there are none yet.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAddress } from './start/address.mjs';
import { openDoor } from './start/door.mjs';
import { installMissing } from './start/install.mjs';
import { refuse, say } from './start/say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  refuse({
    zh: `Node.js 版本为 ${process.versions.node},需要 20.19 或更高。`,
    en: `Node.js is ${process.versions.node}; 20.19 or newer is needed.`,
  });
}
const address = readAddress(process.env);
if (!address.ok) refuse(address);
const door = await openDoor(address);
if (!door.ok) refuse(door);
const tell = (line) => {
  door.tell(line);
  say(line);
};
tell({ zh: `园图正在启动：${door.url}`, en: `Yuantu is starting: ${door.url}` });

if (!(await installMissing(root, tell))) {
  refuse({
    zh: '程序包没有装全，请检查网络后再运行 npm start。',
    en: 'The packages could not all be installed; check the network and run npm start again.',
  });
}
const { register } = await import('tsx/esm/api');
register();
const { run } = await import('./start/run.ts');
await run({ door, root, tell, refuse });
