import { Select } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import type { useWindows } from './use-windows.ts';

/** At which window this is; remembered on this machine. */
export function WindowChoice({ windows }: { readonly windows: ReturnType<typeof useWindows> }) {
  const t = useWords(messages);
  const { windowId } = windows;
  // Before the names have come its id says nothing to anybody.
  const known = windows.windows.find(({ id }) => id === windowId);
  return (
    <Select
      className="ow-intake-window"
      aria-label={t('window')}
      placeholder={t('windowNone')}
      loading={windows.isLoading}
      {...(known === undefined ? {} : { value: known.id })}
      onChange={windows.choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={windows.windows.map(({ id, number, name }) => ({
        value: id,
        label: `${t('windowNo', { number: String(number) })} ${name}`.trim(),
      }))}
    />
  );
}
