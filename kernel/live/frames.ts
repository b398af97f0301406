import type { Clock } from '../clock/clock.ts';
import type { Snapshot } from '../events/snapshot.ts';
import { frames as names } from './contract.ts';
import type { Message } from './message.ts';
import { toPositionText } from './position.ts';

/** Frames that are written once for all streams that get the same. Made for each batch, then forgotten. */
export interface Frames {
  news(messages: readonly Message[], after: Snapshot): Buffer;
  reset(after: Snapshot): Buffer;
  beat(after: Snapshot): Buffer;
}

export function createFrames(clock: Clock): Frames {
  const written = new Map<string, Buffer>();
  const numbers = new Map<Message, number>();
  const numberOf = (message: Message): number => {
    const number = numbers.get(message) ?? numbers.size;
    numbers.set(message, number);
    return number;
  };
  const frame = (name: string, after: Snapshot, key: string, toData: () => string): Buffer => {
    const whole = `${name} ${after.text} ${key}`;
    const known = written.get(whole);
    if (known !== undefined) return known;
    const made = toFrame(name, toPositionText({ snapshot: after, at: clock.now() }), toData());
    written.set(whole, made);
    return made;
  };
  return {
    news: (messages, after) =>
      frame(
        names.news,
        after,
        messages.map(numberOf).join(' '),
        () => `[${messages.map(({ json }) => json).join(',')}]`,
      ),
    reset: (after) => frame(names.reset, after, '', () => '{}'),
    beat: (after) => frame(names.beat, after, '', () => '{}'),
  };
}

/** A frame is one unit to a browser: it gets all of it with the new position, or nothing and keeps the old one. */
function toFrame(name: string, id: string, data: string): Buffer {
  return Buffer.from(`id: ${id}\nevent: ${name}\ndata: ${data}\n\n`, 'utf8');
}
