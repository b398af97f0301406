interface Cookie {
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

export interface Seen {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without script over real HTTP: cookies by host and path, redirects one by one. */
export class WebBrowser {
  readonly #cookies = new Map<string, Cookie>();
  readonly #language: string;
  /** Every address asked for, in order. */
  readonly visited: string[] = [];

  constructor(language = 'zh-CN') {
    this.#language = language;
  }

  /** One request, without following where it leads. */
  async ask(address: string | URL, init: RequestInit = {}): Promise<Seen> {
    const url = new URL(address);
    this.visited.push(`${url.origin}${url.pathname}`);
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html,application/json',
        'accept-language': this.#language,
        cookie: this.cookieHeader(url),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(url, line);
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Follows redirects, at most fifteen, until a page; `until` stops at an address before it is asked for. */
  async go(
    address: string | URL,
    init: RequestInit = {},
    until?: (url: URL) => boolean,
  ): Promise<Seen> {
    let seen = await this.ask(address, init);
    for (let step = 0; step < 15; step += 1) {
      const location = seen.headers.get('location');
      if (location === null) return seen;
      const next = new URL(location, seen.url);
      if (until?.(next)) return { ...seen, url: next };
      seen = await this.ask(next);
    }
    throw new Error(`Too many redirects: ${this.visited.slice(-5).join(' -> ')}`);
  }

  /** Sends a form of the page and follows where it leads. */
  submit(page: Seen, fields: Record<string, string>, until?: (url: URL) => boolean): Promise<Seen> {
    return this.go(page.url, { method: 'POST', body: new URLSearchParams(fields) }, until);
  }

  cookie(name: string): string | undefined {
    return [...this.#cookies.values()].find((cookie) => cookie.name === name)?.value;
  }

  cookieHeader(url: URL): string {
    return [...this.#cookies.values()]
      .filter((cookie) => cookie.host === url.hostname && url.pathname.startsWith(cookie.path))
      .map((cookie) => `${cookie.name}=${cookie.value}`)
      .join('; ');
  }

  #keep(url: URL, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
    const key = `${url.hostname}${path}${name}`;
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(key);
    else this.#cookies.set(key, { host: url.hostname, path, name, value });
  }
}
