import { Button, Input } from 'antd';
import { useMemo } from 'react';
import { z } from 'zod';

import { useLanguage } from '#web/kit/language.tsx';
import type { PageKey } from '#web/kit/pages.ts';
import {
  KeepUnsaved,
  Notice,
  Page,
  ProblemNotice,
  StatusTag,
  useFilters,
  useKey,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { BundleEdition, Edition, Finding, routes } from '../../../contract.ts';
import type { Plain } from '../edit/content.ts';
import { ContentEditor } from '../edit/ContentEditor.tsx';
import { entryName } from '../edit/entry-name.ts';
import { listRemarks } from '../edit/list-remarks.ts';
import { RemarksPanel } from '../edit/RemarksPanel.tsx';
import { DraftActs } from './DraftActs.tsx';
import { EditionStateTag } from './EditionState.tsx';
import { messages } from './messages.ts';
import { ReviewActs } from './ReviewActs.tsx';
import { useDraft } from './use-draft.ts';

export interface DraftEditorProps<C> {
  readonly edition: Edition | BundleEdition;
  readonly schema: z.ZodType<C>;
  readonly findAll: (content: C) => readonly Finding[];
  readonly save: typeof routes.saveDraft | typeof routes.saveBundleDraft;
}

const SAVE_KEY: PageKey = {
  keys: 'Ctrl+s',
  does: { 'zh-CN': '保存草稿', en: 'Save the draft' },
};

const Address = z.object({ at: z.string().max(80).default('basics') });

/** An edition with all that it says; a draft is edited and saved here, submitted, reviewed and published. */
export function DraftEditor<C>({ edition, schema, findAll, save }: DraftEditorProps<C>) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const [{ at }, setAddress] = useFilters(Address);
  const draft = useDraft(edition, save);
  const { content, isReadOnly } = draft;
  const { remarks, content: whole } = useMemo(
    () => listRemarks(schema, content, findAll, language),
    [schema, content, findAll, language],
  );
  const store = () => {
    if (whole !== undefined) void draft.store(whole as unknown as Plain);
  };
  useKey(SAVE_KEY, store, !isReadOnly);
  const goTo = (next: string) => setAddress({ at: next });
  return (
    <Page
      title={entryName(content, language) ?? t('edition', { number: edition.number })}
      crumbs={[
        edition.kind === 'bundle'
          ? { title: t('bundles'), to: '/matters/bundles' }
          : { title: t('matters'), to: '/matters/matters' },
        {
          title: t('edition', { number: edition.number }),
          to: `/matters/matters/${edition.matterId}`,
        },
      ]}
      state={
        <span className="ow-edit-name">
          <EditionStateTag state={edition.state} />
          {draft.isDirty ? <StatusTag tone="warn">{t('unsaved')}</StatusTag> : null}
        </span>
      }
      actions={
        <>
          <DraftActs edition={edition} isDirty={draft.isDirty} />
          {isReadOnly ? null : (
            <Button
              type="primary"
              loading={draft.isBusy}
              disabled={!draft.isDirty || whole === undefined}
              onClick={store}
            >
              {t('save')}
            </Button>
          )}
          <ReviewActs edition={edition} />
        </>
      }
    >
      <KeepUnsaved isDirty={draft.isDirty} />
      {edition.returnedReason === '' || isReadOnly ? null : (
        <Notice tone="warn" title={t('returned', { reason: edition.returnedReason })} />
      )}
      {edition.state === 'in-review' ? <Notice tone="idle" title={t('reviewNow')} /> : null}
      {draft.isConflict ? (
        <Notice
          tone="bad"
          title={t('conflict')}
          actions={<Button onClick={draft.reload}>{t('reload')}</Button>}
        />
      ) : (
        <ProblemNotice problem={draft.problem} />
      )}
      <RemarksPanel
        remarks={remarks}
        content={content}
        isUnsavable={whole === undefined}
        onGo={goTo}
      />
      {isReadOnly ? null : (
        <label className="ow-edit-note">
          <span>{t('note')}</span>
          <Input
            value={draft.note}
            maxLength={500}
            placeholder={t('noteHint')}
            onChange={(event) => draft.setNote(event.target.value)}
          />
        </label>
      )}
      <ContentEditor
        kind={edition.kind}
        content={content}
        onChange={draft.setContent}
        isReadOnly={isReadOnly}
        remarks={remarks}
        at={at}
        onAt={goTo}
      />
    </Page>
  );
}
