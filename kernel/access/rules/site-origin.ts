const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * The origin at which people use the site in this request: the public address, except that a machine
 * serving only itself is also visited as `localhost`. A foreign host name never counts.
 */
export function siteOrigin(publicUrl: string, host: string): string {
  const own = new URL(publicUrl);
  if (!LOOPBACK.has(own.hostname) || !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host))
    return own.origin;
  return new URL(`${own.protocol}//${host}`).origin;
}
