import { useState } from 'react';

import { type AnswerTo, useSession } from '#web/client/index.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  Action,
  ActionLink,
  Card,
  Facts,
  formatDay,
  Notice,
  PlainChoice,
  PlainField,
  PlainForm,
  PublicPage,
  usePlainForm,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes, Wish, wishWords } from '../../contract.ts';
import { EvidenceField } from '../parts/Evidence.tsx';
import { messages } from './messages.ts';

type Made = AnswerTo<typeof routes.makeComplaint>;

/** One form for whatever somebody is unhappy with; the answer is a number and a code. */
export function ComplainPage() {
  const t = useWords(messages);
  const [made, setMade] = useState<Made>();
  return (
    <PublicPage
      title={t('complain')}
      lead={t('lead')}
      actions={
        <>
          <ActionLink to="/complaints/follow">{t('follow')}</ActionLink>
          <ActionLink look="quiet" to="/ratings">
            {t('ratings')}
          </ActionLink>
        </>
      }
    >
      {made === undefined ? (
        <ComplainForm onMade={setMade} />
      ) : (
        <Receipt made={made} onAgain={() => setMade(undefined)} />
      )}
    </PublicPage>
  );
}

function ComplainForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { session } = useSession();
  const isSignedIn = session.step === 'complete' && session.actor.kind === 'citizen';
  const form = usePlainForm(routes.makeComplaint, {
    initial: { kind: 'complaint', wish: 'complain' },
    onDone: onMade,
  });
  return (
    <Card>
      <PlainForm form={form} submitLabel={t('send')}>
        <PlainChoice
          form={form}
          name="kind"
          label={t('kind')}
          options={(['complaint', 'stuck', 'letter'] as const).map((value) => ({
            value,
            label: t(`kind.${value}`),
          }))}
        />
        <PlainChoice
          form={form}
          name="wish"
          label={t('wish')}
          options={Wish.options.map((value) => ({ value, label: say(wishWords[value]) }))}
        />
        <PlainField form={form} name="title" label={t('titleField')} />
        <PlainField
          form={form}
          name="content"
          label={t('content')}
          hint={t('contentHint')}
          rows={6}
        />
        {isSignedIn ? (
          <EvidenceField
            value={(form.values['fileIds'] as readonly string[] | undefined) ?? []}
            onChange={(fileIds) => form.set('fileIds', fileIds)}
          />
        ) : (
          <p className="ow-plain-hint">{t('evidenceHint')}</p>
        )}
        <PlainField form={form} name="caseNo" label={t('caseNo')} />
        <PlainField form={form} name="ticketNo" label={t('ticketNo')} />
        <PlainField form={form} name="name" label={t('name')} autoComplete="name" />
        <PlainField
          form={form}
          name="mobile"
          label={t('mobile')}
          hint={t('contactHint')}
          inputMode="tel"
          autoComplete="tel-national"
        />
      </PlainForm>
    </Card>
  );
}

function Receipt({ made, onAgain }: { readonly made: Made; readonly onAgain: () => void }) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <>
      <Notice tone="good" title={t('sent')}>
        {t('sentHint')}
      </Notice>
      <Card>
        <Facts
          facts={[
            { name: t('number'), value: <strong>{made.number}</strong> },
            { name: t('code'), value: <strong>{made.code}</strong> },
            { name: t('due'), value: formatDay(made.dueOn, language) },
          ]}
        />
        <div className="ow-sheet-actions">
          <Action onPress={onAgain}>{t('another')}</Action>
        </div>
      </Card>
    </>
  );
}
