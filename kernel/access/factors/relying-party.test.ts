import { expect, test } from 'vitest';

import { toRelyingParty } from './relying-party.ts';

test('passkeys belong to the public address, whatever host a request names', () => {
  const party = { id: 'centre.example', origin: 'https://centre.example' };
  expect(toRelyingParty('https://centre.example', 'centre.example')).toEqual(party);
  expect(toRelyingParty('https://centre.example', 'evil.example')).toEqual(party);
  expect(toRelyingParty('https://centre.example', 'localhost:8080')).toEqual(party);
});

test('a machine that serves itself has them as localhost, not at its number', () => {
  expect(toRelyingParty('http://127.0.0.1:8080', 'localhost:8080')).toEqual({
    id: 'localhost',
    origin: 'http://localhost:8080',
  });
  expect(toRelyingParty('http://127.0.0.1:8080', '127.0.0.1:8080')).toBeUndefined();
  expect(toRelyingParty('http://[::1]:8080', '[::1]:8080')).toBeUndefined();
  expect(toRelyingParty('https://10.1.2.3', '10.1.2.3')).toBeUndefined();
  expect(toRelyingParty('http://centre.example', 'centre.example')).toBeUndefined();
});
