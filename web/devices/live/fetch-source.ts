import type { Source, SourceEvent } from '#kernel/live/client-connection.ts';

const CLOSED = 2;

/**
 * The live channel of a device. A browser's own EventSource cannot carry the device's key; this one reads the same
 * stream with it. It does not come back by itself: the live client opens another.
 */
export function openFetchSource(address: string, deviceKey: string): Source {
  const hearers = new Map<string, (event: SourceEvent) => void>();
  const stop = new AbortController();
  const state = { readyState: 0 };
  const say = (name: string, event: SourceEvent) => hearers.get(name)?.(event);

  async function read(): Promise<void> {
    const answer = await fetch(address, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${deviceKey}` },
      cache: 'no-store',
      signal: stop.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`The live channel answered ${answer.status}`);
    state.readyState = 1;
    const parser = createParser((name, event) => say(name, event));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser(value);
    }
  }

  const end = () => {
    if (state.readyState === CLOSED) return;
    state.readyState = CLOSED;
    say('error', { data: '', lastEventId: '' });
  };
  void read().then(end, end);

  return {
    get readyState() {
      return state.readyState;
    },
    addEventListener: (name, hear) => void hearers.set(name, hear),
    close: () => {
      state.readyState = CLOSED;
      stop.abort();
    },
  };
}

/** Reads server-sent events (WHATWG HTML, 9.2.6) from text in pieces of any length. */
export function createParser(
  onEvent: (name: string, event: SourceEvent) => void,
): (piece: string) => void {
  let rest = '';
  let name = '';
  let data: string[] = [];
  let lastEventId = '';

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0)
        onEvent(name === '' ? 'message' : name, { data: data.join('\n'), lastEventId });
      name = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') lastEventId = value;
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
