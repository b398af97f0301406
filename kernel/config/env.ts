import { readFileSync } from 'node:fs';

/** The only reader of the process environment. `NAME_FILE` names a file whose content is the value. */
export function readEnv(name: string, source: NodeJS.ProcessEnv = process.env): string | undefined {
  const value = source[name];
  if (value !== undefined && value.trim() !== '') return value.trim();
  const file = source[`${name}_FILE`];
  if (file === undefined || file.trim() === '') return undefined;
  try {
    return readFileSync(file.trim(), 'utf8').trim();
  } catch (error) {
    throw new ConfigError(
      `${name}_FILE 指向的文件无法读取：${file}。请检查路径和权限。`,
      `${name}_FILE names a file that cannot be read: ${file}. Check its path and permissions.`,
      error,
    );
  }
}

/** The environment for a process that this one starts, with changes. */
export function envOfChild(
  changes: Readonly<Record<string, string>>,
  source: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  return { ...source, ...changes };
}

/** A setting that is missing or wrong, with one sentence that says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly sentence: { readonly 'zh-CN': string; readonly en: string };

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, cause === undefined ? {} : { cause });
    this.sentence = { 'zh-CN': zh, en };
  }
}
