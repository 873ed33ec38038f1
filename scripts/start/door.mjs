import { createServer } from 'node:http';

const requestTimeoutMs = 120_000;
const keepAliveMs = 72_000;

/**
 * Listens at once, so that a page opened too early says that it is starting.
 * `tell` updates what the page says; `show` hands every later request to the application.
 */
export function openDoor({ host, port }) {
  let line = { zh: '正在启动', en: 'Starting' };
  let handler = (request, response) => answerStarting(request, response, line);
  const server = createServer((request, response) => handler(request, response));
  server.requestTimeout = requestTimeoutMs;
  server.keepAliveTimeout = keepAliveMs;
  return new Promise((resolve) => {
    server.once('error', (error) => resolve({ ok: false, ...sayTaken(error, host, port) }));
    server.listen(port, host, () => {
      const shown = host.includes(':') ? `[${host}]` : host;
      resolve({
        ok: true,
        server,
        url: `http://${shown}:${server.address().port}/`,
        tell: (next) => {
          line = next;
        },
        show: (next) => {
          handler = next;
        },
      });
    });
  });
}

function sayTaken(error, host, port) {
  if (error.code === 'EADDRINUSE') {
    return {
      zh: `端口 ${port} 已被占用：园图可能已在运行，或另一程序占用了它。请先停止它，或换一个端口，例如 PORT=${port + 1} npm start。`,
      en: `Port ${port} is taken: Yuantu may be running already, or another program holds it. Stop that one, or choose another port, such as PORT=${port + 1} npm start.`,
    };
  }
  return {
    zh: `无法监听 ${host}:${port}(${error.code ?? error.message})。`,
    en: `Cannot listen on ${host}:${port} (${error.code ?? error.message}).`,
  };
}

function answerStarting(request, response, line) {
  const api = request.url?.startsWith('/api/');
  const message = `${line.zh} · ${line.en}`;
  const body = api ? JSON.stringify({ code: 'starting', message }) : startingPage(line);
  response.writeHead(503, {
    'content-type': api ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
    connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function startingPage(line) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<link rel="icon" href="data:,">
<title>园图正在启动 · Yuantu is starting</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #faf9f7; color: #23302f;
    font: 15px/24px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  main { text-align: center; padding: 24px; }
  h1 { font-size: 20px; font-weight: 600; margin: 0 0 4px; color: #0b5d5a; }
  p { margin: 0; color: #5d6866; }
</style>
</head>
<body>
<main role="status">
<h1>园图正在启动 · Yuantu is starting</h1>
<p>${escapeHtml(line.zh)}</p>
<p>${escapeHtml(line.en)}</p>
</main>
</body>
</html>
`;
}

function escapeHtml(text) {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);
}
