const defaultPort = 4700;
const defaultHost = '127.0.0.1';
const loopback = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1)$/;

/** Reads PORT, HOST and ALLOW_OPEN; answers the address to listen on, or why not. */
export function readAddress(env) {
  const port = env.PORT?.trim() ? Number(env.PORT) : defaultPort;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return {
      ok: false,
      zh: `端口 PORT=${env.PORT} 无效，请给 0 到 65535 之间的整数。`,
      en: `PORT=${env.PORT} is not a port; give a whole number from 0 to 65535.`,
    };
  }
  const host = env.HOST?.trim() || defaultHost;
  if (!loopback.test(host) && env.ALLOW_OPEN !== '1') {
    return {
      ok: false,
      zh: `拒绝监听 ${host}：目前还没有账号和登录，任何能连到本机的人都能查看和修改数据。确需开放，请设 ALLOW_OPEN=1。`,
      en: `Refusing to listen on ${host}: there are no accounts yet, so whoever reaches this machine could read and change everything. If you mean it, set ALLOW_OPEN=1.`,
    };
  }
  return { ok: true, host, port };
}
