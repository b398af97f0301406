import { useState } from 'react';

import { readListSetting, writeListSetting } from '../../settings.ts';

interface Choosable {
  readonly key: string;
  readonly isOptional?: boolean;
}

interface ColumnChoice<T> {
  readonly shown: readonly T[];
  readonly isShown: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** Which columns of a table are shown; remembered on this machine as what differs from the usual. */
export function useColumns<T extends Choosable>(
  name: string,
  columns: readonly T[],
): ColumnChoice<T> {
  const setting = `columns.${name}`;
  const [changed, setChanged] = useState<readonly string[]>(() => readListSetting(setting) ?? []);
  const isShown = (key: string) => {
    const isOptional = columns.find((column) => column.key === key)?.isOptional === true;
    return isOptional === changed.includes(key);
  };
  return {
    shown: columns.filter((column) => isShown(column.key)),
    isShown,
    toggle: (key) => {
      const next = changed.includes(key) ? changed.filter((one) => one !== key) : [...changed, key];
      writeListSetting(setting, next);
      setChanged(next);
    },
  };
}
