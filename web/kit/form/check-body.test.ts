import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { sayIn } from '../words.ts';
import { checkBody } from './check-body.ts';
import { messages } from './messages.ts';

const Body = z.object({
  name: z.string().min(2).max(4),
  kind: z.enum(['a', 'b']),
  order: z.number().min(1),
  hours: z.array(z.object({ opens: z.string().regex(/^\d\d:\d\d$/) })),
  end: z.string().refine((end) => end > '10:00', { message: '应晚于十点｜Must be after ten' }),
});
const fine = { name: '甲乙', kind: 'a', order: 1, hours: [], end: '11:00' };
const zh = sayIn(messages, 'zh-CN');
const en = sayIn(messages, 'en');

describe('checking a form before it is sent', () => {
  it('finds nothing wrong with what fits', () => {
    expect(checkBody(Body, fine, zh)).toEqual([]);
  });

  it('says that an empty field is required, not that a type is wrong', () => {
    expect(checkBody(Body, { ...fine, name: '', kind: undefined }, zh)).toEqual([
      { path: ['name'], reason: '此项必填' },
      { path: ['kind'], reason: '此项必填' },
    ]);
  });

  it('says the limits in numbers', () => {
    expect(checkBody(Body, { ...fine, name: '甲乙丙丁戊', order: 0 }, en)).toEqual([
      { path: ['name'], reason: 'At most 4 characters' },
      { path: ['order'], reason: 'Not less than 1' },
    ]);
  });

  it('names the place inside a list', () => {
    expect(checkBody(Body, { ...fine, hours: [{ opens: '09:00' }, { opens: '9' }] }, en)).toEqual([
      { path: ['hours', '1', 'opens'], reason: 'Check the format' },
    ]);
  });

  it('says a rule of the contract in the language of the page', () => {
    expect(checkBody(Body, { ...fine, end: '09:00' }, en)[0]?.reason).toBe('Must be after ten');
    expect(checkBody(Body, { ...fine, end: '09:00' }, zh)[0]?.reason).toBe('应晚于十点');
  });
});
