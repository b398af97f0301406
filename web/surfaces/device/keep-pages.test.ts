import { beforeEach, describe, expect, it } from 'vitest';

import { type AnswerStore, createKeeper, MOST_FILES } from './keep-pages.ts';

const ORIGIN = 'https://hall.example';
const SCRIPT = `${ORIGIN}/assets/main-1.js`;

function memoryStore(): AnswerStore {
  const kept = new Map<string, Response>();
  return {
    match: async (address) => kept.get(address)?.clone(),
    put: async (address, answer) => {
      kept.delete(address);
      kept.set(address, answer);
    },
    delete: async (address) => kept.delete(address),
    keys: async () => [...kept.keys()].map((url) => ({ url: new URL(url, ORIGIN).href })),
  };
}

const page = { method: 'GET', url: `${ORIGIN}/hall/display`, mode: 'navigate' } as const;
const file = { method: 'GET', url: SCRIPT, mode: 'cors' } as const;

describe('the pages of hall devices', () => {
  let version: string;
  let state: 'up' | 'down' | 'broken' | 'silent';
  let asked: string[];
  let store: AnswerStore;
  const text = async (answer: Promise<Response> | undefined) => (await answer)?.text();
  const never = new Promise<Response>(() => {});
  const make = () =>
    createKeeper({
      origin: ORIGIN,
      openStore: async () => store,
      wait: () => Promise.resolve(),
      fetch: async (request) => {
        const address = typeof request === 'string' ? request : request.url;
        asked.push(address);
        if (state === 'down') throw new TypeError('Failed to fetch');
        if (state === 'silent') return never;
        if (state === 'broken') return new Response('bad gateway', { status: 502 });
        return new Response(`${version} of ${new URL(address).pathname}`);
      },
    });
  let keeper: ReturnType<typeof make>;
  const runOnce = async () => {
    // The clock of this test is at the end of the patience at once, so the first answer is fetched before.
    await store.put('/hall', new Response(`${version} of /hall/display`));
    await keeper.keep([SCRIPT]);
  };

  beforeEach(() => {
    version = 'one';
    state = 'up';
    asked = [];
    store = memoryStore();
    keeper = make();
  });

  it.for(['down', 'broken', 'silent'] as const)(
    'open as they ran last while the server is %s',
    async (trouble) => {
      await runOnce();
      state = trouble;
      expect(await text(keeper.answer(page))).toContain('one of /hall');
      expect(await text(keeper.answer(file))).toBe('one of /assets/main-1.js');
    },
  );

  it('ask the server for a file once, for it never changes', async () => {
    await text(keeper.answer(file));
    await text(keeper.answer(file));
    expect(asked).toEqual([SCRIPT]);
  });

  it('are kept in a new version only after it has run', async () => {
    await runOnce();
    version = 'two';
    await store.put('/hall?fresh', new Response('two of /hall/display'));
    state = 'down';
    expect(await text(keeper.answer(page))).toContain('one of');
    state = 'up';
    await keeper.keep([`${ORIGIN}/assets/main-2.js`]);
    state = 'down';
    expect(await text(keeper.answer(page))).toContain('two of');
  });

  it('are not kept when one of their files does not come', async () => {
    await runOnce();
    await store.put('/hall?fresh', new Response('two of /hall/display'));
    state = 'down';
    await expect(keeper.keep([`${ORIGIN}/assets/main-2.js`])).rejects.toThrow('Failed to fetch');
    expect(await text(keeper.answer(page))).toContain('one of');
  });

  it('leave data, other sites and everything that writes to the browser', () => {
    const leave = (more: object) => keeper.answer({ ...page, ...more });
    expect(leave({ url: `${ORIGIN}/api/v1/device/self`, mode: 'cors' })).toBeUndefined();
    expect(leave({ url: 'https://other.example/assets/main-1.js' })).toBeUndefined();
    expect(leave({ url: `${ORIGIN}/hallway` })).toBeUndefined();
    expect(leave({ method: 'POST' })).toBeUndefined();
  });

  it('do not pile up the files of former versions', async () => {
    const names = Array.from({ length: MOST_FILES + 5 }, (_, at) => `${ORIGIN}/assets/f-${at}.js`);
    await keeper.keep(names);
    expect(await store.match(names[0] ?? '')).toBeUndefined();
    expect(await store.match(names[5] ?? '')).toBeDefined();
  });
});
