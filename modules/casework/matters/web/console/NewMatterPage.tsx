import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { z } from 'zod';

import { useAct } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import { KeepUnsaved, Page, ProblemNotice, useGo, useTell } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  BundleContent,
  checkContent,
  type Finding,
  HandlingItem,
  MatterContent,
  routes,
  type SubjectKind,
} from '../../contract.ts';
import type { Plain } from './edit/content.ts';
import { ContentEditor } from './edit/ContentEditor.tsx';
import { listRemarks } from './edit/list-remarks.ts';
import { RemarksPanel } from './edit/RemarksPanel.tsx';
import { toBlank } from './edit/schema.ts';
import { editionPath } from './editions/edition-path.ts';
import { messages } from './editions/messages.ts';

/** A matter that begins: kept on the page until everything is there that must be. */
export function NewMatterPage() {
  return (
    <NewSubject
      kind="matter"
      schema={MatterContent}
      findAll={checkContent}
      create={routes.createMatter}
    />
  );
}

/** A bundle that begins. */
export function NewBundlePage() {
  return (
    <NewSubject
      kind="bundle"
      schema={BundleContent}
      findAll={noFindings}
      create={routes.createBundle as unknown as typeof routes.createMatter}
    />
  );
}

const noFindings = (): readonly Finding[] => [];

interface NewSubjectProps<C> {
  readonly kind: SubjectKind;
  readonly schema: z.ZodType<C>;
  readonly findAll: (content: C) => readonly Finding[];
  readonly create: typeof routes.createMatter;
}

function NewSubject<C>({ kind, schema, findAll, create }: NewSubjectProps<C>) {
  const t = useWords(messages);
  const { language } = useLanguage();
  const go = useGo();
  const tell = useTell();
  const act = useAct(create);
  const [start] = useState(() => toStart(kind, schema));
  const [content, setContent] = useState<Plain>(start);
  const [at, setAt] = useState('basics');
  const [isDone, setDone] = useState(false);
  const { remarks, content: whole } = useMemo(
    () => listRemarks(schema, content, findAll, language),
    [schema, content, findAll, language],
  );
  const store = async () => {
    try {
      const made = await act.mutateAsync({ body: { content: whole, note: '' } as never });
      setDone(true);
      tell.done(t('created'));
      // After the page no longer holds on to what was typed.
      setTimeout(() => go(editionPath(made)), 0);
    } catch {
      // The problem stands on the page.
    }
  };
  const isBundle = kind === 'bundle';
  return (
    <Page
      title={t(isBundle ? 'newBundle' : 'newMatter')}
      crumbs={[
        {
          title: t(isBundle ? 'bundles' : 'matters'),
          to: isBundle ? '/matters/bundles' : '/matters/matters',
        },
      ]}
      actions={
        <Button
          type="primary"
          loading={act.isPending}
          disabled={whole === undefined}
          onClick={() => void store()}
        >
          {t('save')}
        </Button>
      }
    >
      <KeepUnsaved isDirty={content !== start && !isDone} />
      <ProblemNotice problem={act.error} />
      <RemarksPanel
        remarks={remarks}
        content={content}
        isUnsavable={whole === undefined}
        onGo={setAt}
      />
      <ContentEditor
        kind={kind}
        content={content}
        onChange={setContent}
        isReadOnly={false}
        remarks={remarks}
        at={at}
        onAt={setAt}
      />
    </Page>
  );
}

function toStart(kind: SubjectKind, schema: z.ZodType): Plain {
  const blank = toBlank(schema) as Plain;
  if (kind === 'bundle') return blank;
  return { ...blank, items: [{ ...(toBlank(HandlingItem) as Plain), key: 'new' }] };
}
