/**
 * Small choices kept on this machine (language, columns of a table). Storage may be forbidden or full;
 * then a choice lives as long as the page.
 */
const PREFIX = 'onewindow.';
const forgotten = new Map<string, string>();

/** The name under which the browser keeps a setting, as its storage events tell it. */
export function settingKey(name: string): string {
  return PREFIX + name;
}

export function readSetting(name: string): string | undefined {
  try {
    return globalThis.localStorage.getItem(PREFIX + name) ?? forgotten.get(name);
  } catch {
    return forgotten.get(name);
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    globalThis.localStorage.setItem(PREFIX + name, value);
  } catch {
    forgotten.set(name, value);
  }
}

/** A kept list of words; undefined when none was kept or it cannot be read. */
export function readListSetting(name: string): readonly string[] | undefined {
  const text = readSetting(name);
  if (text === undefined) return undefined;
  return text === '' ? [] : text.split(',');
}

export function writeListSetting(name: string, list: readonly string[]): void {
  writeSetting(name, list.join(','));
}
