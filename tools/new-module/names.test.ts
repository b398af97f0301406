import { describe, expect, it } from 'vitest';

import { readWanted, toNames } from './names.ts';

const now = new Date('2026-12-01T09:05:00Z');

describe('the names of a new module', () => {
  const wanted = readWanted(['hall/far-rooms', 'room-key', 'Far rooms', '远程会议室']);

  it('follow from what is typed', () => {
    expect(toNames(wanted, now)).toMatchObject({
      family: 'hall',
      module: 'far-rooms',
      moduleName: 'farRooms',
      Module: 'FarRooms',
      schema: 'far_rooms',
      thing: 'roomKey',
      Things: 'RoomKeys',
      'thing-': 'room-key',
      thing_: 'room_key',
      words: 'room key',
      stamp: '20261201T0905',
    });
  });

  it.each([
    ['copy', 'copies'],
    ['key', 'keys'],
    ['address', 'addresses'],
    ['branch', 'branches'],
  ])('know that one %s is one of several %s', (one, several) => {
    expect(toNames({ ...wanted, thing: one }, now)['things']).toBe(several);
  });

  it.each([
    [['rooms', 'room', 'Rooms', '会议室'], 'is no family'],
    [['misc/rooms', 'room', 'Rooms', '会议室'], 'is no family'],
    [['hall/Rooms', 'room', 'Rooms', '会议室'], 'not family/module'],
    [['hall/rooms/small', 'room', 'Rooms', '会议室'], 'not family/module'],
    [['hall/rooms', 'Room', 'Rooms', '会议室'], 'not one thing'],
    [['hall/rooms', 'room', '', '会议室'], 'English title'],
    [['hall/rooms', 'room', `The centre's`, '会议室'], 'English title'],
    [['hall/rooms', 'room', 'Rooms', 'Rooms'], 'Chinese title'],
  ])('are refused with a sentence: %s', (args, sentence) => {
    expect(() => readWanted(args)).toThrow(sentence);
  });
});
