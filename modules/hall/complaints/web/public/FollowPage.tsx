import { useState } from 'react';

import { commonProblems } from '#kernel/problems/contract.ts';
import { useLanguage } from '#web/kit/language.tsx';
import {
  Card,
  Facts,
  formatDay,
  Notice,
  PlainField,
  PlainForm,
  PublicPage,
  TimeText,
  usePlainForm,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { actWords, type Followed, kindWords, routes } from '../../contract.ts';
import { StateTag } from '../parts/StateTag.tsx';
import { messages } from './messages.ts';

/** Where it stands, for whoever holds number and code. */
export function FollowPage() {
  const t = useWords(messages);
  const [found, setFound] = useState<Followed>();
  const form = usePlainForm(routes.followComplaint, { onDone: setFound });
  const isUnknown = form.problem?.is(commonProblems.notFound) === true;
  return (
    <PublicPage title={t('followTitle')} lead={t('followLead')}>
      <Card>
        <PlainForm form={form} submitLabel={t('search')}>
          <PlainField form={form} name="number" label={t('number')} autoComplete="off" />
          <PlainField form={form} name="code" label={t('code')} autoComplete="off" />
        </PlainForm>
        {isUnknown ? <Notice tone="warn" title={t('notFound')} /> : null}
      </Card>
      {found === undefined || form.problem !== null ? null : <Answer found={found} />}
    </PublicPage>
  );
}

function Answer({ found }: { readonly found: Followed }) {
  const t = useWords(messages);
  const { say, language } = useLanguage();
  return (
    <Card title={found.title}>
      <Facts
        facts={[
          { name: t('number'), value: `${say(kindWords[found.kind])} ${found.number}` },
          { name: t('state'), value: <StateTag state={found.state} /> },
          { name: t('due'), value: found.dueOn === null ? '' : formatDay(found.dueOn, language) },
          ...(found.reply === '' ? [] : [{ name: t('reply'), value: found.reply }]),
        ]}
      />
      <h3>{t('progress')}</h3>
      <ol>
        {found.timeline.map((step) => (
          <li key={`${step.act} ${step.at}`}>
            {say(actWords[step.act])} · <TimeText at={step.at} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
