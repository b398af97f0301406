import { call, saveAs } from '#web/client/index.ts';
import {
  Action,
  ActionLink,
  Card,
  Facts,
  formatDay,
  formatInstant,
  TimeText,
  useLanguage,
} from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PublicLicence, routes } from '../../contract.ts';
import { TONES } from '../parts/LicenceTag.tsx';
import { Members } from '../parts/Members.tsx';
import { messages as words } from '../parts/messages.ts';
import { useValidity } from '../parts/use-validity.ts';
import { messages } from './messages.ts';

/** Whether a licence holds now, in one line that is seen first; below it what it says. */
export function Verdict({ licence }: { readonly licence: PublicLicence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say, language } = useLanguage();
  const { signature, state, newer, changes } = licence;
  const isGenuine = signature.isRight;
  const lastChange = changes[0];
  const lapsed = licence.members.filter((member) => member.state !== 'valid').length;
  return (
    <>
      <section className="ow-lic-verdict" data-tone={isGenuine ? TONES[state] : 'bad'}>
        <VerdictMark isGood={isGenuine && state === 'valid'} />
        <div>
          <h2>{isGenuine ? t(`verdict.${state}`) : t('verdictForged')}</h2>
          <p>
            {say(licence.kind.name)} · {licence.number}
          </p>
          {state === 'valid' || lastChange === undefined ? null : (
            <p>
              {t('changedOn', {
                act: w(`act.${lastChange.act}`),
                time: formatInstant(lastChange.at, language),
              })}
            </p>
          )}
          {lapsed === 0 ? null : <p>{t('lapsed', { count: lapsed })}</p>}
          <p>
            <small>{t('checkedAt', { time: formatInstant(licence.checkedAt, language) })}</small>
          </p>
        </div>
      </section>
      {newer === null ? null : (
        <Card
          actions={
            <ActionLink look="strong" to={`/verify/licence/${newer.token}`}>
              {t('newerOpen')}
            </ActionLink>
          }
        >
          <p>{t('newer', { edition: newer.edition })}</p>
        </Card>
      )}
      <div className="ow-cards">
        <Content licence={licence} />
        {changes.length === 0 ? null : (
          <Card title={t('history')}>
            <ul className="ow-days">
              {changes.map((change) => (
                <li key={change.at}>
                  <span>{w(`act.${change.act}`)}</span>
                  <TimeText at={change.at} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function VerdictMark({ isGood }: { readonly isGood: boolean }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="ow-lic-mark">
      <circle cx="32" cy="32" r="30" />
      <path d={isGood ? 'M18 33l10 10 18-21' : 'M22 22l20 20M42 22L22 42'} />
    </svg>
  );
}

function Content({ licence }: { readonly licence: PublicLicence }) {
  const t = useWords(messages);
  const w = useWords(words);
  const { say, language } = useLanguage();
  const validity = useValidity();
  const save = async () => {
    const proof = await call(routes.getPublicProof, { params: { code: licence.token } });
    const text = JSON.stringify(proof, null, 2);
    saveAs(new Blob([text], { type: 'application/json' }), `${licence.token}.json`);
  };
  const isMasked = licence.holder.includes('*');
  return (
    <Card
      title={t('publicContent')}
      {...(isMasked ? { hint: t('masked') } : {})}
      actions={<Action onPress={() => void save()}>{t('offline')}</Action>}
    >
      <Facts
        facts={[
          { name: w('holder'), value: licence.holder },
          { name: w('validity'), value: validity(licence) },
          { name: w('authority'), value: say(licence.authority) },
          { name: w('issuedOn'), value: formatDay(licence.issuedOn, language) },
          ...licence.fields.map((field) => ({ name: say(field.label), value: say(field.value) })),
          {
            name: w('signature'),
            value: w(licence.signature.isRight ? 'signatureGood' : 'signatureBad'),
          },
          { name: w('identifier'), value: licence.identifier },
        ]}
      />
      {licence.members.length === 0 ? null : (
        <>
          <h3>{w('members')}</h3>
          <Members members={licence.members} />
        </>
      )}
    </Card>
  );
}
