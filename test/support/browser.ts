import type { FastifyInstance } from 'fastify';

import type {
  BodyInput,
  ParamsInput,
  QueryInput,
  ResponseOf,
  RouteContract,
} from '#kernel/http/contract.ts';
import { newId } from '#kernel/ids/id.ts';

export interface Visit<C> {
  readonly params?: ParamsInput<C>;
  readonly query?: QueryInput<C>;
  readonly body?: BodyInput<C>;
  readonly key?: string;
  readonly headers?: Record<string, string>;
  /** False to leave the CSRF token out, as a page of another site would have to. */
  readonly withToken?: boolean;
}

export interface Page<C> {
  readonly status: number;
  readonly body: ResponseOf<C>;
  readonly problem: string | undefined;
  readonly document: Record<string, unknown>;
  readonly location: string | undefined;
  readonly setCookies: readonly string[];
}

/** A browser with cookies of its own, that repeats the CSRF token as this site's pages do. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;
  readonly #http: FastifyInstance;
  readonly #host: string;

  constructor(http: FastifyInstance, host = 'localhost:8080') {
    this.#http = http;
    this.#host = host;
  }

  async send<C extends RouteContract>(contract: C, visit: Visit<C> = {}): Promise<Page<C>> {
    const params = (visit.params ?? {}) as Record<string, string>;
    const url = contract.path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const given = Object.entries(visit.query ?? {});
    const response = await this.#http.inject({
      method: contract.method,
      url,
      query: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
      headers: { ...this.#headers(contract, visit), ...visit.headers },
      ...(visit.body === undefined ? {} : { payload: visit.body as object }),
    });
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    for (const line of setCookies) this.#keepCookie(line);
    const isJson = (response.headers['content-type'] ?? '').includes('json');
    const document =
      isJson && response.body !== '' ? (JSON.parse(response.body) as Record<string, unknown>) : {};
    const session = (document['session'] ?? document) as Record<string, unknown>;
    if (typeof session['csrfToken'] === 'string') this.csrfToken = session['csrfToken'];
    const isGood = response.statusCode < 300 && contract.response !== undefined;
    return {
      status: response.statusCode,
      body: (isGood ? contract.response.parse(document) : undefined) as ResponseOf<C>,
      problem: response.statusCode >= 400 ? String(document['code']) : undefined,
      document,
      location: response.headers.location,
      setCookies,
    };
  }

  #headers<C extends RouteContract>(contract: C, visit: Visit<C>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const key = visit.key ?? (contract.idempotency === 'required' ? newId() : undefined);
    return {
      host: this.#host,
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36',
      ...(cookie === '' ? {} : { cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(this.csrfToken === undefined || visit.withToken === false
        ? {}
        : { 'x-csrf-token': this.csrfToken }),
    };
  }

  #keepCookie(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
