import { Button } from 'antd';
import { useState } from 'react';

import { useMay, useSession } from '#web/client/index.ts';
import { Field, FormDrawer, Notice, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type EditionSummary, permissions, routes } from '../../../contract.ts';
import { messages } from './messages.ts';

/** Publishing and returning of a submitted draft; its drafter is told why they cannot. */
export function ReviewActs({ edition }: { readonly edition: EditionSummary }) {
  const t = useWords(messages);
  const may = useMay();
  const { actor } = useSession().session;
  const [open, setOpen] = useState<'publish' | 'return' | undefined>(undefined);
  if (edition.state !== 'in-review' || !may(permissions.publish)) return null;
  const isOwn = actor.id === edition.savedBy;
  return (
    <>
      <Button onClick={() => setOpen('return')}>{t('return')}</Button>
      {isOwn ? (
        <Notice tone="idle" title={t('ownDraft')} />
      ) : (
        <Button type="primary" onClick={() => setOpen('publish')}>
          {t('publish')}
        </Button>
      )}
      <ReturnDrawer
        edition={edition}
        isOpen={open === 'return'}
        onClose={() => setOpen(undefined)}
      />
      <PublishDrawer
        edition={edition}
        isOpen={open === 'publish'}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}

interface DrawerProps {
  readonly edition: EditionSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ReturnDrawer({ edition, isOpen, onClose }: DrawerProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.returnDraft, {
    params: { id: edition.id },
    initial: { version: edition.version },
    done: t('returnDone'),
    onDone: onClose,
  });
  return (
    <FormDrawer {...{ form, isOpen, onClose }} title={t('return')} submitLabel={t('return')}>
      <Field form={form} name="reason" label={t('reason')} />
    </FormDrawer>
  );
}

function PublishDrawer({ edition, isOpen, onClose }: DrawerProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.publishEdition, {
    params: { id: edition.id },
    initial: { version: edition.version },
    done: t('published'),
    onDone: onClose,
  });
  return (
    <FormDrawer {...{ form, isOpen, onClose }} title={t('publish')} submitLabel={t('publish')}>
      <p className="ow-form-hint">{t('publishHint')}</p>
      <Field form={form} name="validFrom" label={t('validFrom')} hint={t('validFromHint')} />
      <Field form={form} name="validUntil" label={t('validUntil')} hint={t('validUntilHint')} />
    </FormDrawer>
  );
}
