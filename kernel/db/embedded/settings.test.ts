import { expect, test } from 'vitest';

import { renderSettings, type SettingsInput } from './settings.ts';

const GIBIBYTE = 1024 ** 3;

const input: SettingsInput = {
  socketFolder: '../socket',
  archive: false,
  version: '18.4',
  sharedMemory: 'posix',
  memoryBytes: 8 * GIBIBYTE,
  overrides: {},
};

test('listens on no network address and keeps what it acknowledged', () => {
  const text = renderSettings(input);
  expect(text).toContain("listen_addresses = ''");
  expect(text).toContain("unix_socket_permissions = '0700'");
  expect(text).toContain("fsync = 'on'");
  expect(text).toContain("synchronous_commit = 'on'");
});

test.each([
  [GIBIBYTE / 4, '64MB'],
  [8 * GIBIBYTE, '1024MB'],
  [8 * GIBIBYTE - 4096, '512MB'],
  [256 * GIBIBYTE, '2048MB'],
])('of %d bytes of memory takes %s for its cache', (memoryBytes, expected) => {
  expect(renderSettings({ ...input, memoryBytes })).toContain(`shared_buffers = '${expected}'`);
});

test('an override replaces the default and is quoted', () => {
  const overrides = { max_connections: '40', application_name: "it's \\ here" };
  const text = renderSettings({ ...input, overrides });
  expect(text).toContain("max_connections = '40'");
  expect(text).not.toContain("max_connections = '200'");
  expect(text).toContain("application_name = 'it''s \\\\ here'");
});

test.each([
  'listen_addresses',
  'unix_socket_directories',
  'archive_command',
  'cluster_name',
  'a b',
])('refuses to override %s', (name) => {
  expect(() => renderSettings({ ...input, overrides: { [name]: '*' } })).toThrow(
    expect.objectContaining({ code: 'setting-refused' }),
  );
});

test('another version of the programs means other settings', () => {
  expect(renderSettings({ ...input, version: '18.5' })).not.toBe(renderSettings(input));
});
