import { describe, expect, it } from 'vitest';

import { defineMessages, fillPlaces, sayIn } from './words.ts';

const messages = defineMessages({
  'zh-CN': { title: '窗口', waiting: '{count} 人等候', named: '{name}，您好' },
  en: {
    title: 'Counters',
    waiting: '{count} {count|person|people} waiting',
    named: 'Hello {name}',
  },
});

describe('words', () => {
  it('are said in the chosen language', () => {
    expect(sayIn(messages, 'zh-CN')('title')).toBe('窗口');
    expect(sayIn(messages, 'en')('named', { name: 'Li' })).toBe('Hello Li');
  });

  it('take the singular for one and the plural for none and many', () => {
    const say = sayIn(messages, 'en');
    expect(say('waiting', { count: 1 })).toBe('1 person waiting');
    expect(say('waiting', { count: 0 })).toBe('0 people waiting');
    expect(say('waiting', { count: 1234 })).toBe('1,234 people waiting');
  });

  it('leave a place as it stands when its value is missing', () => {
    expect(fillPlaces('Hello {name}', 'en')).toBe('Hello {name}');
  });

  it('never read a value for places', () => {
    expect(fillPlaces('{a}', 'en', { a: '{b}', b: 'no' })).toBe('{b}');
  });

  it('do not compile without the values that a sentence needs, nor with a key of one language only', () => {
    const say = sayIn(messages, 'en');
    // @ts-expect-error -- the sentence has a place
    expect(say('named')).toBe('Hello {name}');
    // @ts-expect-error -- there is no such sentence
    expect(() => say('missing')).toThrow(TypeError);
    // @ts-expect-error -- the English sentence is missing
    defineMessages({ 'zh-CN': { a: '甲' }, en: {} });
  });
});
