import { EmbeddedError } from './errors.ts';

export interface SettingsInput {
  /** As the server sees it: absolute, or relative to its data directory. */
  readonly socketFolder: string;
  readonly archive: boolean;
  /** Of the programs: another version means other settings, so that a server left behind by an upgrade is restarted. */
  readonly version: string;
  readonly sharedMemory: 'posix' | 'mmap';
  /** Memory that this machine or container has, in bytes. */
  readonly memoryBytes: number;
  /** Overrides by name, e.g. `{ work_mem: '16MB' }`. */
  readonly overrides: Readonly<Record<string, string>>;
}

// What keeps the server private, durable and findable is not open to overriding.
const FIXED = new Set([
  'archive_command',
  'archive_library',
  'archive_mode',
  'cluster_name',
  'config_file',
  'data_directory',
  'external_pid_file',
  'hba_file',
  'ident_file',
  'listen_addresses',
  'log_directory',
  'logging_collector',
  'port',
  'unix_socket_directories',
  'unix_socket_group',
  'unix_socket_permissions',
  'wal_level',
]);

const MEBIBYTE = 1024 * 1024;

// %p is relative to the data directory, and so is the archive: it also works where the server's account cannot enter
// the path by its full name. A segment that is there already counts as archived only if it is the same, as after a
// crash between the copy and its note (PostgreSQL manual, 25.3.1). coreutils sync makes the file and its name durable.
const ARCHIVE_COMMAND =
  'if test -f ../archive/%f; then cmp -s %p ../archive/%f; ' +
  'else cp --sparse=always %p ../archive/.%f.part && sync ../archive/.%f.part && mv ../archive/.%f.part ../archive/%f && sync ../archive; fi';

/** The whole postgresql.conf. Throws EmbeddedError `setting-refused` for an override that is not allowed. */
export function renderSettings(input: SettingsInput): string {
  const settings = { ...defaultSettings(input), ...checkOverrides(input.overrides) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quote(value)}`);
  return `# For PostgreSQL ${input.version}. Written by OneWindow at every start; changes made here are lost.\n${lines.join('\n')}\n`;
}

/** Who may connect: whoever can enter the private socket folder, and nobody by network. */
export function renderAccess(): string {
  return '# Written by OneWindow at every start; changes made here are lost.\nlocal all all trust\n';
}

function defaultSettings(input: SettingsInput): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: input.socketFolder.includes(',')
      ? `"${input.socketFolder}"`
      : input.socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '200',
    shared_buffers: `${chooseSharedBuffers(input.memoryBytes)}MB`,
    dynamic_shared_memory_type: input.sharedMemory,
    // The binaries have neither LLVM nor reserved huge pages to use.
    jit: 'off',
    huge_pages: 'off',
    random_page_cost: '1.1',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_level: 'replica',
    min_wal_size: '80MB',
    max_wal_size: '1GB',
    // Always on, with a command that accepts everything when no archive is wanted: changing the command needs no restart.
    archive_mode: 'on',
    archive_command: input.archive ? ARCHIVE_COMMAND : '/bin/true',
    archive_timeout: input.archive ? '300' : '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'iso, ymd',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%Y%m%dT%H%M%S.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '16MB',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
    // Statements and details carry people's data, which does not belong in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
}

/** In MiB: an eighth of the memory, as a power of two so that small differences between starts change nothing. */
function chooseSharedBuffers(memoryBytes: number): number {
  const eighth = memoryBytes / 8 / MEBIBYTE;
  const rounded = 2 ** Math.floor(Math.log2(Math.max(eighth, 1)));
  return Math.min(Math.max(rounded, 64), 2048);
}

function checkOverrides(overrides: Readonly<Record<string, string>>): Record<string, string> {
  for (const name of Object.keys(overrides)) {
    if (/^[a-z][a-z0-9_.]*$/.test(name) && !FIXED.has(name)) continue;
    throw new EmbeddedError('setting-refused', {
      zh: `内置数据库不接受设置“${name}”。请删除该设置，或用 DATABASE_URL 连接自行管理的 PostgreSQL。`,
      en: `The embedded database does not take the setting "${name}". Remove it, or connect a PostgreSQL of your own with DATABASE_URL.`,
    });
  }
  return { ...overrides };
}

function quote(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\n', ' ')}'`;
}
