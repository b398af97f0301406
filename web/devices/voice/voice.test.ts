import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { announce } from '#modules/hall/queue/contract.ts';

import { readPack, writePack } from './clip-pack.ts';
import { englishWords } from './english-words.ts';
import { BREATH, joinClips, makeChime } from './join-clips.ts';
import { createSpeechQueue, type Utterance } from './speech-queue.ts';
import { volumeAt } from './volume.ts';

const pack = readPack(readFileSync(new URL('calls.voice', import.meta.url)));

const utterance = (key: string): Utterance => ({
  key,
  words: [key],
  sentence: key,
  language: 'zh-CN',
  volume: 1,
});

describe('the recordings', () => {
  it('hold every word of every call, in both languages', () => {
    const number = fc.stringMatching(/^[A-Z]{1,2}\d{3}$/);
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 999 }), fc.boolean(), (ticket, window, yao) => {
        const { pieces } = announce({ number: ticket, windowNumber: window }, yao);
        const words = [...pieces, BREATH, ...englishWords(ticket, window)];
        expect(words.filter((word) => word !== BREATH && !pack.clips.has(word))).toEqual([]);
        expect(joinClips(pack, words).length / pack.rate).toBeGreaterThan(3);
      }),
    );
  });

  it('are short, equally loud and not clipped', () => {
    for (const [name, samples] of pack.clips) {
      const seconds = samples.length / pack.rate;
      const level = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      const peak = samples.reduce((high, one) => Math.max(high, Math.abs(one)), 0);
      expect([name, seconds > 0.12 && seconds < 1.6]).toEqual([name, true]);
      expect([name, level > 0.06 && level < 0.2 && peak < 1]).toEqual([name, true]);
    }
  });

  it('of one call last three to six seconds, digits read one by one', () => {
    const { pieces } = announce({ number: 'A012', windowNumber: 3 });
    expect(pieces).toEqual(['请', 'A', '零', '一', '二', '号', '到', '三', '号窗口']);
    const seconds = joinClips(pack, pieces).length / pack.rate;
    expect(seconds).toBeGreaterThan(3);
    expect(seconds).toBeLessThan(6);
  });

  it('come back from their file within the noise of a telephone line', () => {
    const samples = Float32Array.from({ length: 500 }, (_, at) => Math.sin(at / 7) * 0.8);
    const back = readPack(writePack(8000, [{ name: 'a', samples }])).clips.get('a');
    const worst = samples.reduce(
      (most, sample, at) => Math.max(most, Math.abs(sample - (back?.[at] ?? 9))),
      0,
    );
    expect(worst).toBeLessThan(0.03);
  });

  it('are refused when the file is another one or was cut off', () => {
    expect(() => readPack(new Uint8Array(20))).toThrow(RangeError);
    const whole = writePack(8000, [{ name: 'a', samples: new Float32Array(50) }]);
    expect(() => readPack(whole.subarray(0, whole.length - 9))).toThrow(RangeError);
    expect(() => joinClips(pack, ['从'])).toThrow(RangeError);
  });

  it('follow a chime that fades out', () => {
    const chime = makeChime(pack.rate);
    expect(Math.abs(chime.at(-1) ?? 1)).toBeLessThan(0.02);
    expect(Math.max(...chime)).toBeLessThan(0.5);
  });
});

describe('calls', () => {
  it('are said one after the other, never over each other, in their order', async () => {
    const heard: string[] = [];
    const endings: Array<() => void> = [];
    const queue = createSpeechQueue(async ({ key }) => {
      heard.push(`+${key}`);
      await new Promise<void>((resolve) => {
        endings.push(resolve);
      });
      heard.push(`-${key}`);
    });
    queue.say([utterance('a')]);
    queue.say([utterance('b'), utterance('c')]);
    for (let count = 0; count < 3; count += 1) {
      await Promise.resolve();
      endings[count]?.();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(heard).toEqual(['+a', '-a', '+b', '-b', '+c', '-c']);
    expect(queue.state().said.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('that wait already are said once; the oldest give way when too many wait', () => {
    const queue = createSpeechQueue(() => Promise.withResolvers<void>().promise);
    queue.say([utterance('now')]);
    queue.say([utterance('x'), utterance('x2')]);
    queue.say([utterance('x')]);
    expect(queue.state().waiting.map(({ key }) => key)).toEqual(['x', 'x2']);
    queue.say(Array.from({ length: 12 }, (_, at) => utterance(`n${at}`)));
    expect(queue.state().waiting.map(({ key }) => key)).toEqual(
      Array.from({ length: 12 }, (_, at) => `n${at}`),
    );
    expect(queue.state().now?.key).toBe('now');
  });

  it('go on when a sound fails', async () => {
    const queue = createSpeechQueue(async ({ key }) => {
      if (key === 'a') throw new Error('no sound card');
    });
    queue.say([utterance('a'), utterance('b')]);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(queue.state()).toMatchObject({ now: undefined, waiting: [] });
    expect(queue.state().said).toHaveLength(2);
  });

  it('tell nobody of a change when nothing is to be said', () => {
    const queue = createSpeechQueue(() => Promise.resolve());
    let changes = 0;
    queue.onChange(() => {
      changes += 1;
    });
    queue.say([]);
    expect(changes).toBe(0);
  });
});

describe('the volume', () => {
  const steps = [
    { from: '13:00', volume: 0.9 },
    { from: '00:00', volume: 0 },
    { from: '07:30', volume: 0.9 },
    { from: '11:30', volume: 0.6 },
    { from: '18:00', volume: 0 },
  ];
  it('goes by the hour, and the night is silent', () => {
    const at = (time: string) => volumeAt(steps, time);
    expect([at('03:00'), at('09:00'), at('12:00'), at('14:00'), at('20:00')]).toEqual([
      0, 0.9, 0.6, 0.9, 0,
    ]);
  });

  it('is that of the day before until the first step', () => {
    expect(volumeAt([{ from: '09:00', volume: 0.5 }], '08:00')).toBe(0.5);
    expect(volumeAt([], '08:00')).toBe(1);
  });
});
