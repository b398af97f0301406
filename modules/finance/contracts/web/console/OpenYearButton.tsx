import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';

import { systemClock } from '#kernel/clock/clock.ts';
import { useAct, useMay } from '#web/client/index.ts';
import { ProblemNotice, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, yearOf } from '../../contract.ts';
import { messages } from '../messages.ts';

interface OpenYearProps {
  readonly onDone: (year: number) => void;
}

/** Opens the ledger of a year from its approved budget, or follows a newer version of that. */
export function OpenYearButton({ onDone }: OpenYearProps) {
  const t = useWords(messages);
  const may = useMay();
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const [year, setYear] = useState<number | null>(() => yearOf(systemClock.now().toISOString()));
  const act = useAct(routes.openYear, {
    onDone: ({ opened, adjusted }, { body }) => {
      setOpen(false);
      tell.done(t('opened', { opened, adjusted }));
      onDone(body.year);
    },
  });
  if (!may(permissions.manageRules)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('openYear')}</Button>
      <Modal
        open={isOpen}
        title={t('openYear')}
        okText={t('openYear')}
        cancelText={t('cancel')}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: year === null }}
        destroyOnHidden
        onCancel={() => setOpen(false)}
        onOk={() => {
          if (year !== null) act.mutate({ body: { year } });
        }}
      >
        <p className="ow-form-hint">{t('openYearHint')}</p>
        <ProblemNotice problem={act.error} />
        <InputNumber
          aria-label={t('year')}
          min={2000}
          max={2100}
          precision={0}
          value={year}
          onChange={setYear}
        />
      </Modal>
    </>
  );
}
