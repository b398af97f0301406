import { expect, it } from 'vitest';

import { createParser } from './fetch-source.ts';

it('reads events however the bytes were cut', () => {
  const text =
    'event: news\nid: p1\ndata: [1]\n\n: note\n\nevent: beat\ndata:{}\n\ndata: a\ndata: b\n\n';
  for (let size = 1; size <= text.length; size += 1) {
    const heard: string[] = [];
    const parse = createParser((name, { data, lastEventId }) =>
      heard.push(`${name}|${data}|${lastEventId}`),
    );
    for (let at = 0; at < text.length; at += size) parse(text.slice(at, at + size));
    expect(heard).toEqual(['news|[1]|p1', 'beat|{}|p1', 'message|a\nb|p1']);
  }
});
