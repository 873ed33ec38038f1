/** A download under a name of any script (RFC 6266, RFC 8187), with a plain one (ASCII) for those who cannot read it. */
export function savedAs(name: string, plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
