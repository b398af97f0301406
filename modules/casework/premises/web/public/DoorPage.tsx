import { useCall } from '#web/client/index.ts';
import {
  ActionLink,
  Card,
  Facts,
  formatDay,
  Notice,
  PublicPage,
  StatusTag,
  useLanguage,
  useParam,
  WithPublicAnswer,
} from '#web/kit/public/index.ts';
import { Qr } from '#web/kit/Qr.tsx';
import { useWords } from '#web/kit/words.ts';

import { carrierKindWords, routes, useRoleWords, useTypeWords } from '../../contract.ts';
import { messages as partMessages } from '../parts/messages.ts';
import { unitTone } from '../parts/tones.ts';
import { rememberDoor } from '../picker/door-memory.ts';
import { messages } from './messages.ts';

import './premises.css';

/** What the code on a door leads to: the unit as it is filed, and whether a firm can be registered there. */
export function DoorPage() {
  const t = useWords(messages);
  const said = useWords(partMessages);
  const { say, language } = useLanguage();
  const token = useParam('token');
  const answer = useCall(routes.findUnit, { params: { ref: token } });
  const unit = answer.data;
  return (
    <PublicPage
      title={unit === undefined ? t('title') : t('doorTitle', { room: unit.roomNo })}
      lead={unit?.pick.address}
      crumbs={[{ title: t('title'), to: '/premises' }]}
    >
      <WithPublicAnswer answer={answer}>
        {(found) => (
          <>
            {found.refusals.length === 0 ? (
              <Notice
                tone="good"
                title={t('canUse')}
                actions={
                  <span onClickCapture={() => rememberDoor(found.token)}>
                    <ActionLink look="strong" to="/matters" search={{ search: t('setUp') }}>
                      {t('useHere')}
                    </ActionLink>
                  </span>
                }
              >
                {t('useHint')}
              </Notice>
            ) : (
              <Notice tone="bad" title={t('cannotUse')}>
                <ul>
                  {found.refusals.map(({ code, message }) => (
                    <li key={code}>{say(message)}</li>
                  ))}
                </ul>
              </Notice>
            )}
            <Card>
              <div className="ow-prem-door">
                <Facts
                  facts={[
                    {
                      name: said('state'),
                      value: (
                        <StatusTag tone={unitTone[found.state]}>{said(found.state)}</StatusTag>
                      ),
                    },
                    { name: said('number'), value: found.pick.filingNumber },
                    {
                      name: said('version'),
                      value: said('versionOf', { version: found.pick.version }),
                    },
                    {
                      name: said('validUntil'),
                      value:
                        found.validUntil === null
                          ? said('noEnd')
                          : formatDay(found.validUntil, language),
                    },
                    { name: said('area'), value: said('areaOf', { area: found.areaM2 }) },
                    { name: t('useType'), value: say(useTypeWords[found.useType]) },
                    {
                      name: said('left'),
                      value:
                        found.left === null
                          ? said('noLimit')
                          : said('leftOf', { count: found.left }),
                    },
                    {
                      name: t('carrier'),
                      value: `${found.carrierName} · ${say(carrierKindWords[found.carrierKind])}`,
                    },
                    { name: t('operator'), value: `${found.operatorName} ${found.phone}` },
                    { name: t('code'), value: found.token.replace(/(.{4})(?=.)/gu, '$1 ') },
                  ]}
                />
                <Qr className="ow-prem-qr" level="Q" content={found.doorUrl} label={t('qrLabel')} />
              </div>
            </Card>
            <Card title={t('firmsHere')}>
              {found.firms.length === 0 ? (
                <p>{said('nobody')}</p>
              ) : (
                <ul className="ow-prem-lines">
                  {found.firms.map((firm) => (
                    <li key={firm.name}>
                      {firm.name} <small>{say(useRoleWords[firm.role])}</small>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </WithPublicAnswer>
    </PublicPage>
  );
}
