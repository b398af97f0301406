import { z } from 'zod';

import { addressOf, call, saveAs, useCall } from '#web/client/index.ts';
import { useMachine } from '#web/kit/machine.ts';
import {
  Action,
  ActionLink,
  Card,
  Facts,
  Notice,
  PublicPage,
  useFilters,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { usePicture } from '#web/kit/use-picture.ts';
import { useWords } from '#web/kit/words.ts';

import { type OwnLicence, routes } from '../../contract.ts';
import { LicenceTag } from '../parts/LicenceTag.tsx';
import { Members } from '../parts/Members.tsx';
import { messages as words } from '../parts/messages.ts';
import { useValidity } from '../parts/use-validity.ts';
import { EndsSoon } from './EndsSoon.tsx';
import { messages } from './messages.ts';
import { ShowDialog } from './ShowDialog.tsx';

import './licences.css';

const Place = z.object({ show: z.enum(['yes']).optional() });

/** One licence of one's own: how it looks, what it says, to show and to take along. */
export function OwnLicencePage() {
  const id = useParam('licenceId');
  const answer = useCall(routes.getOwnLicence, { params: { id } });
  return (
    <WithPublicAnswer answer={answer}>{(licence) => <Whole licence={licence} />}</WithPublicAnswer>
  );
}

function Whole({ licence }: { readonly licence: OwnLicence }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const machine = useMachine();
  const [place, setPlace] = useFilters(Place);
  const params = { id: licence.id };
  const isValid = licence.state === 'valid';
  const name = say(licence.kind.name);
  const paper = (form: 'original' | 'duplicate') =>
    addressOf(routes.downloadOwnPaper, { params, query: { form } });
  const picture = usePicture(
    addressOf(routes.showOwnPicture, { params, query: { form: 'duplicate' } }),
  );
  return (
    <PublicPage
      title={name}
      lead={licence.holder.name}
      crumbs={[{ title: t('wallet'), to: '/me/licences' }]}
      state={<LicenceTag state={licence.state} />}
      actions={
        <>
          {isValid ? (
            <Action look="strong" onPress={() => setPlace({ show: 'yes' }, true)}>
              {t('show')}
            </Action>
          ) : null}
          <ActionLink href={paper('original')}>
            {t(machine === undefined ? 'pdf' : 'print')}
          </ActionLink>
          {licence.hasDuplicate ? (
            <ActionLink href={paper('duplicate')}>
              {t(machine === undefined ? 'pdfDuplicate' : 'printDuplicate')}
            </ActionLink>
          ) : null}
        </>
      }
    >
      {isValid ? null : <Notice tone="warn" title={t('notShowable')} />}
      <EndsSoon licence={licence} />
      <img className="ow-lic-picture" src={picture} alt={`${name} ${licence.number}`} />
      <div className="ow-cards">
        <Content licence={licence} />
        <Proof licence={licence} />
      </div>
      {isValid && place.show === 'yes' ? (
        <ShowDialog licence={licence} onClose={() => setPlace({ show: undefined })} />
      ) : null}
    </PublicPage>
  );
}

function Content({ licence }: { readonly licence: OwnLicence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say } = useLanguage();
  const validity = useValidity();
  return (
    <Card title={t('content')}>
      <Facts
        facts={[
          { name: w('number'), value: licence.number },
          { name: w('holder'), value: licence.holder.name },
          { name: w('holderCode'), value: licence.holderIdentifier },
          ...licence.content.map((field) => ({ name: say(field.label), value: say(field.value) })),
          { name: w('authority'), value: say(licence.authority) },
          { name: w('validity'), value: validity(licence) },
        ]}
      />
      {licence.members.length === 0 ? null : (
        <>
          <h3>{w('members')}</h3>
          <p className="ow-card-hint">{w('membersHint')}</p>
          <Members members={licence.members} />
        </>
      )}
    </Card>
  );
}

function Proof({ licence }: { readonly licence: OwnLicence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const machine = useMachine();
  const save = async () => {
    const proof = await call(routes.getOwnProof, { params: { id: licence.id } });
    const text = JSON.stringify(proof, null, 2);
    saveAs(new Blob([text], { type: 'application/json' }), `${licence.token}.json`);
  };
  return (
    <Card
      title={w('signature')}
      hint={t('proofHint')}
      actions={
        <>
          {/* On a machine of the centre nothing is saved. */}
          {machine === undefined ? <Action onPress={() => void save()}>{t('proof')}</Action> : null}
          <ActionLink look="quiet" to={`/verify/licence/${licence.token}`}>
            {t('verifyLink')}
          </ActionLink>
        </>
      }
    >
      <Facts
        facts={[
          { name: w('identifier'), value: licence.identifier },
          { name: w('edition', { edition: licence.edition }), value: licence.token },
        ]}
      />
    </Card>
  );
}
