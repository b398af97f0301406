import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { factsOf, toBody } from './fields-of.ts';

const Body = z.object({
  name: z.string().trim().min(1).max(60),
  phone: z.string().max(40),
  note: z.string().max(200).optional(),
  closedOn: z.iso.date().nullable(),
  order: z.number().int().default(0),
  isOpen: z.boolean(),
});

describe('the facts of a field', () => {
  it('a text that may not be empty is required, one that may be empty is not', () => {
    expect(factsOf(Body, 'name')).toMatchObject({ isRequired: true, maxLength: 60 });
    expect(factsOf(Body, 'phone')).toMatchObject({ isRequired: false, maxLength: 40 });
  });

  it.each(['note', 'closedOn', 'order', 'isOpen'])('%s may lack, so it is not required', (name) => {
    expect(factsOf(Body, name).isRequired).toBe(false);
  });

  it.each([
    ['note', true],
    ['closedOn', true],
    ['phone', true],
    ['order', false],
    ['isOpen', false],
    ['name', false],
  ])('%s is marked as optional: %s', (name, isOptional) => {
    expect(factsOf(Body, name).isOptional).toBe(isOptional);
  });

  it('a name that the contract does not know has no facts', () => {
    expect(factsOf(Body, 'other')).toMatchObject({ isRequired: false, isOptional: false });
  });
});

describe('the body of a form', () => {
  it('leaves out, nulls or keeps an empty field as the contract has it', () => {
    const values = { name: '', phone: '', note: '', closedOn: '', order: undefined, isOpen: false };
    expect(toBody(Body, values)).toEqual({
      name: '',
      phone: '',
      closedOn: null,
      note: '',
      isOpen: false,
    });
  });

  it('turns an emptied date into null and an emptied number into its default', () => {
    expect(toBody(Body, { closedOn: null, order: null })).toEqual({ closedOn: null });
  });

  it('carries what the form does not show', () => {
    expect(toBody(Body, { version: 3, name: '甲' })).toEqual({ version: 3, name: '甲' });
  });
});
