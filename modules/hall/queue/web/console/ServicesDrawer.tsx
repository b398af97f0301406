import { Button, Drawer, Select } from 'antd';
import { useId, useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { Notice, ProblemNotice, useLanguage, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Business, type HallWindow, routes, type ServiceRole } from '../../contract.ts';
import { messages } from './screen-messages.ts';

interface ServicesDrawerProps {
  readonly window: HallWindow;
  readonly lines: readonly Business[];
  readonly onClose: () => void;
}

/** The lines of one window: its own, and those that it helps with. */
export function ServicesDrawer({ window, lines, onClose }: ServicesDrawerProps) {
  const t = useWords(messages);
  const tell = useTell();
  const ids = (role: ServiceRole) =>
    lines
      .filter(({ windows }) => windows.some((one) => one.id === window.id && one.role === role))
      .map((line) => line.id);
  const [main, setMain] = useState(() => ids('main'));
  const [helping, setHelping] = useState(() => ids('overflow'));
  const { language } = useLanguage();
  const nameOf = (line: Business) => (language === 'en' ? line.nameEn : line.nameZh);
  const both = lines.find(({ id }) => main.includes(id) && helping.includes(id));
  const act = useAct(routes.saveServices, {
    onDone: () => {
      tell.done(t('saved'));
      onClose();
    },
  });
  const save = () =>
    act.mutate({
      params: { id: window.id },
      body: {
        services: [
          ...main.map((businessId) => ({ businessId, role: 'main' as const })),
          ...helping.map((businessId) => ({ businessId, role: 'overflow' as const })),
        ],
      },
    });
  return (
    <Drawer
      open
      title={t('editWindow', { number: window.number })}
      size={520}
      onClose={onClose}
      footer={
        <Button type="primary" loading={act.isPending} disabled={both !== undefined} onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <ProblemNotice problem={act.error} />
      {both === undefined ? null : (
        <Notice tone="bad" title={t('bothRoles', { line: nameOf(both) })} />
      )}
      <LineChoice label={t('main')} value={main} lines={lines} onChange={setMain} />
      <LineChoice label={t('helping')} value={helping} lines={lines} onChange={setHelping} />
    </Drawer>
  );
}

interface LineChoiceProps {
  readonly label: string;
  readonly value: string[];
  readonly lines: readonly Business[];
  readonly onChange: (value: string[]) => void;
}

function LineChoice({ label, value, lines, onChange }: LineChoiceProps) {
  const { language } = useLanguage();
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        mode="multiple"
        value={value}
        onChange={onChange}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        options={lines.map((line) => ({
          value: line.id,
          label: `${line.letter} ${language === 'en' ? line.nameEn : line.nameZh}`,
        }))}
      />
    </p>
  );
}
