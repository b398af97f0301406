import { useCall } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  PrintFrame,
  PublicPage,
  useFilters,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Guide, pruneAnswers, routes } from '../../contract.ts';
import { FormShow } from '../form/FormShow.tsx';
import { useText } from '../words/use-text.ts';
import { GuideAddress, readAnswers } from './address.ts';
import { messages } from './messages.ts';

import './guide.css';

/** The form of an item with lines to fill in by hand, for these answers. */
export function BlankFormPage() {
  const t = useWords(messages);
  const matterId = useParam('matterId');
  const answer = useCall(routes.getGuide, { params: { id: matterId } }, { asksToSignIn: false });
  if (answer.data !== undefined) return <BlankForm guide={answer.data} />;
  return (
    <PublicPage title={t('blankForm')} crumbs={[{ title: t('title'), to: '/matters' }]}>
      <WithPublicAnswer answer={answer}>{() => null}</WithPublicAnswer>
    </PublicPage>
  );
}

function BlankForm({ guide }: { readonly guide: Guide }) {
  const t = useWords(messages);
  const say = useText();
  const [address] = useFilters(GuideAddress);
  const { items, name } = guide.content;
  const item = items.find(({ key }) => key === address.item) ?? items[0];
  if (item === undefined) return null;
  const title = t('formTitle', { name: say(item.name) });
  return (
    <PublicPage
      title={title}
      crumbs={[
        { title: t('title'), to: '/matters' },
        { title: say(name), to: `/matters/${guide.matterId}` },
      ]}
      actions={
        <>
          <Action look="strong" onPress={() => globalThis.print()}>
            {t('printForm')}
          </Action>
          <ActionLink to={`/matters/${guide.matterId}`} search={address}>
            {t('back')}
          </ActionLink>
        </>
      }
    >
      <PrintFrame title={say(guide.content.name)}>
        <Card title={say(item.name)}>
          <FormShow
            form={item.form}
            answers={pruneAnswers(item.questions, readAnswers(address.a))}
            values={{}}
            isBlank
          />
          <p className="ow-guide-sign">{t('appliesTo')}</p>
        </Card>
      </PrintFrame>
    </PublicPage>
  );
}
