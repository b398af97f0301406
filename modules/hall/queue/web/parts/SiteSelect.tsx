import { Select } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { messages } from '../messages.ts';

interface SiteSelectProps {
  readonly siteId: string | undefined;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly onChange: (siteId: string) => void;
}

export function SiteSelect({ siteId, options, onChange }: SiteSelectProps) {
  const t = useWords(messages);
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('site')}
      value={siteId ?? null}
      options={[...options]}
      onChange={onChange}
      style={{ minWidth: '16rem', maxWidth: '100%' }}
    />
  );
}
