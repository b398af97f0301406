import { Modal, Select } from 'antd';
import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { ProblemNotice, useGo } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, Stage, stageWords, type VersionSummary } from '../../contract.ts';
import { messages } from './messages.ts';

interface NewVersionProps {
  readonly items: readonly VersionSummary[];
  readonly years: readonly number[];
  readonly onClose: () => void;
}

/** A new draft: of which year and stage, and what it begins with. */
export function NewVersion({ items, years, onClose }: NewVersionProps) {
  const t = useWords(messages);
  const go = useGo();
  const [year, setYear] = useState(years[0] ?? 0);
  const [stage, setStage] = useState<Stage>('adjustment');
  const [parentId, setParent] = useState(items[0]?.id ?? '');
  const create = useAct(routes.createVersion, {
    onDone: ({ id }) => go(`/budget/versions/${id}`),
  });
  const say = (row: VersionSummary) =>
    `${row.year} ${stageWords[row.stage][t.language]} ${row.number}`;
  return (
    <Modal
      open
      title={t('newVersion')}
      okText={t('create')}
      cancelText={t('cancel')}
      confirmLoading={create.isPending}
      onCancel={onClose}
      onOk={() =>
        create.mutate({ body: { year, stage, parentId: parentId === '' ? null : parentId } })
      }
    >
      {create.error ? <ProblemNotice problem={create.error} /> : null}
      <p>
        <Select
          aria-label={t('year')}
          value={year}
          onChange={setYear}
          options={years.map((one) => ({ value: one, label: String(one) }))}
        />{' '}
        <Select
          aria-label={t('stage')}
          value={stage}
          onChange={setStage}
          options={Stage.options.map((one) => ({
            value: one,
            label: stageWords[one][t.language],
          }))}
        />
      </p>
      <p>
        {t('copyOf')}{' '}
        <Select
          aria-label={t('copyOf')}
          value={parentId}
          onChange={setParent}
          options={[
            ...items.map((row) => ({ value: row.id, label: say(row) })),
            { value: '', label: t('empty') },
          ]}
        />
      </p>
    </Modal>
  );
}
