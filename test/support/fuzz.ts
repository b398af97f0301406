import fc from 'fast-check';

import type { RouteContract } from '#kernel/http/contract.ts';

/** One request that a careless program or an ill-willed person could send. */
export interface FuzzedRequest {
  /** The name of the route. */
  readonly operation: string;
  readonly method: RouteContract['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

const nasty = fc.constantFrom(
  '-',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '01a203c8-1656-7215-829d-bcad1936362f',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '张三',
  '\uD800',
  '😀'.repeat(40),
  'a'.repeat(390),
  '-1',
  '1e309',
  'NaN',
);

const text = fc.oneof(
  nasty,
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const leaf = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant('2026-01-20'),
  fc.constant(1),
);

/** The field names that the contracts know, so that more than the first check is reached. */
function fieldsOf(contract: RouteContract): string[] {
  const { body } = contract;
  return body !== undefined && 'shape' in body
    ? Object.keys(body.shape as object)
    : ['code', 'name', 'id', 'version'];
}

/** Cut short, nested without end, and keys that would reach into every object. */
const malformed = [
  '{"name":',
  '['.repeat(20_000),
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}',
  '{"version":1e400,"code":-0,"name":"\\ud800"}',
  '\u0000',
];

function bodyFor(contract: RouteContract): fc.Arbitrary<string | undefined> {
  const known = fc.dictionary(
    fc.constantFrom(...fieldsOf(contract)),
    fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.jsonValue({ maxDepth: 2 })),
  );
  return fc.oneof(
    { weight: 6, arbitrary: known.map((body) => JSON.stringify(body)) },
    { weight: 2, arbitrary: fc.jsonValue().map((body) => JSON.stringify(body)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...malformed) },
  );
}

const queryFor = (contract: RouteContract) =>
  fc.dictionary(
    fc.constantFrom(
      ...Object.keys(contract.query?.shape ?? { q: 0 }),
      'cursor',
      'limit',
      '__proto__',
    ),
    leaf.map(String),
    { maxKeys: 4 },
  );

const header = fc.constantFrom(
  { 'content-type': 'application/json' },
  { 'content-type': 'application/json; charset=gbk' },
  { 'content-type': 'text/xml' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json', 'if-none-match': '"x"', 'accept-language': 'en' },
  { 'content-type': 'application/json', origin: 'http://elsewhere.test' },
  { 'content-type': 'application/json', authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' },
  { 'content-type': 'application/json', cookie: 'ow_session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; %=%' },
  { 'content-type': 'application/json', 'x-csrf-token': 'x'.repeat(4000), host: '%00.example' },
  { 'content-type': 'application/json', 'accept-encoding': 'br;q=7, *', range: 'bytes=9-1' },
  { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip', 'last-event-id': '-1' },
);

/** Requests of all kinds to the given routes. */
export function fuzzedRequest(contracts: readonly RouteContract[]): fc.Arbitrary<FuzzedRequest> {
  return fc.constantFrom(...contracts).chain((contract) => {
    const places = [...contract.path.matchAll(/:(\w+)/g)].map(([whole]) => whole);
    return fc
      .record({
        values: fc.array(text, { minLength: places.length, maxLength: places.length }),
        query: queryFor(contract),
        headers: header,
        key: fc.oneof(fc.uuid(), text),
        payload: bodyFor(contract),
      })
      .map(({ values, query, headers, key, payload }) => ({
        operation: contract.name,
        method: contract.method,
        url: toUrl(contract.path, places, values, query),
        headers: { ...headers, ...(isHeader(key) ? { 'idempotency-key': key } : {}) },
        ...(contract.method === 'GET' || payload === undefined ? {} : { payload }),
      }));
  });
}

const isHeader = (value: string) => /^[\u0020-\u007E]*$/.test(value);

function toUrl(
  path: string,
  places: readonly string[],
  values: readonly string[],
  query: Record<string, string>,
): string {
  const filled = places.reduce(
    (url, place, index) => url.replace(place, encode(values[index] ?? '')),
    path,
  );
  const search = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`;
}

function encode(value: string): string {
  return /^%|%2f/i.test(value) ? value : encodeURIComponent(value.toWellFormed());
}

/** What an answer must never show: a failure of ours, or anything of our insides. */
export function faultOf(status: number, body: string): string | undefined {
  if (status >= 500 || body.includes('server/internal')) return 'a failure of our own';
  if (/\n\s+at |node_modules|\.ts:\d|SELECT |violates|relation "/.test(body)) return 'our insides';
  return undefined;
}
