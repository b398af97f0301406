import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { type ImportPreview, problems, routes } from '#kernel/imports/contract.ts';

import { toApiProblem, upload, useAct } from '../../../../client/index.ts';
import {
  ConfirmButton,
  formatInstant,
  Notice,
  ProblemNotice,
  Section,
  useLanguage,
  useTell,
} from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { FaultsTable } from './FaultsTable.tsx';
import { messages } from './messages.ts';
import { PreviewCounts } from './PreviewCounts.tsx';
import type { Sheet } from './sheet.ts';

interface PreviewSectionProps {
  readonly sheet: Sheet;
  readonly preview: ImportPreview;
  readonly file: File;
  readonly onPreview: (preview: ImportPreview) => void;
  readonly onLeave: () => void;
}

/** What a sheet would change and every bad cell; then all of it is imported, or nothing. */
export function PreviewSection(props: PreviewSectionProps) {
  const { sheet, preview, file, onPreview, onLeave } = props;
  const t = useWords(messages);
  const { language } = useLanguage();
  const tell = useTell();
  const cache = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  // A sheet may touch any register, so everything shown is asked for again.
  const apply = useAct(routes.applyImport, { onDone: () => void cache.invalidateQueries() });
  const { appliedAt } = apply.data ?? preview;
  const changes = preview.createCount + preview.updateCount;
  const isReady = preview.faultCount === 0 && changes > 0 && appliedAt === null;
  const isOutdated = apply.error?.is(problems.changedSince) === true;
  const previewAgain = async () => {
    setAsking(true);
    try {
      const files = [{ name: 'file', file }];
      onPreview(await upload(routes.previewImport, { params: { importer: sheet.name }, files }));
    } catch (error) {
      tell.problem(toApiProblem(error));
    } finally {
      setAsking(false);
    }
  };
  const actions = (
    <>
      <Button onClick={onLeave}>{t('leave')}</Button>
      {isOutdated ? (
        <Button type="primary" loading={isAsking} onClick={() => void previewAgain()}>
          {t('previewAgain')}
        </Button>
      ) : null}
      {appliedAt === null && !isOutdated ? (
        <ConfirmButton
          type="primary"
          disabled={!isReady}
          question={t('applyQuestion', { count: changes })}
          done={t('applied')}
          onConfirm={() => apply.mutateAsync({ params: { id: preview.id } })}
        >
          {t('apply')}
        </ConfirmButton>
      ) : null}
    </>
  );
  return (
    <>
      <Section
        title={t('preview', { name: preview.fileName })}
        description={t('previewHint')}
        actions={actions}
      >
        {appliedAt === null ? null : (
          <Notice
            tone="good"
            title={t('appliedAt', { time: formatInstant(appliedAt, language) })}
          />
        )}
        {preview.faultCount > 0 ? <Notice tone="bad" title={t('hasFaults')} /> : null}
        {preview.faultCount === 0 && changes === 0 ? (
          <Notice tone="idle" title={t('noChanges')} />
        ) : null}
        <ProblemNotice problem={apply.error} />
        <PreviewCounts preview={preview} />
      </Section>
      <FaultsTable sheet={sheet} preview={preview} />
      <ChangesTable sheet={sheet} preview={preview} isDone={appliedAt !== null} />
    </>
  );
}
