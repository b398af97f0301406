import { Drawer } from 'antd';

import { useCall, useMay } from '#web/client/index.ts';
import { TimeText, useSayActor, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Device, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeviceActs } from './DeviceActs.tsx';
import { Enrolment } from './Enrolment.tsx';
import { FaultsOf } from './FaultsOf.tsx';
import { Place } from './Place.tsx';
import { PrinterOf } from './PrinterOf.tsx';
import { HealthTag } from './Tags.tsx';

import './devices.css';

const REFRESH_MS = 10_000;

/** A device at the edge of the page: what it is, how it is, what is wrong and what can be done. */
export function DeviceDrawer({
  deviceId,
  onClose,
}: {
  readonly deviceId: string;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const answer = useCall(routes.getDevice, { params: { id: deviceId } }, { refreshMs: REFRESH_MS });
  const { data } = answer;
  const kind = t.language === 'en' ? data?.kindNameEn : data?.kindNameZh;
  return (
    <Drawer
      open
      mask={false}
      size={520}
      onClose={onClose}
      title={data === undefined ? '' : `${data.assetNo} · ${kind ?? ''}`}
    >
      <WithAnswer answer={answer}>{(device) => <DeviceView device={device} />}</WithAnswer>
    </Drawer>
  );
}

/** Kinds that print slips. */
const PRINTING: ReadonlySet<string> = new Set(['ticket-machine', 'self-service-kiosk']);

function DeviceView({ device }: { readonly device: Device }) {
  const may = useMay();
  return (
    <>
      <Facts device={device} />
      {may(permissions.operate) && device.isEnrolled ? <DeviceActs device={device} /> : null}
      {may(permissions.manage) ? <Enrolment device={device} /> : null}
      {PRINTING.has(device.kindCode) ? (
        <PrinterOf deviceId={device.id} mayChange={may(permissions.manage)} />
      ) : null}
      <FaultsOf device={device} />
      <Orders deviceId={device.id} />
    </>
  );
}

function Facts({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const failed = device.selfTest.filter((item) => !item.passed).map((item) => item.part);
  const tested =
    failed.length > 0 ? t('selfTestFailed', { parts: failed.join(', ') }) : t('selfTestPassed');
  return (
    <dl className="ow-device-facts">
      <dt>{t('health')}</dt>
      <dd>
        <HealthTag health={device.health} /> {device.lockReason}
      </dd>
      <dt>{t('status')}</dt>
      <dd>{t(`status.${device.status}`)}</dd>
      <dt>{t('place')}</dt>
      <dd>
        <Place device={device} />
      </dd>
      <dt>{t('model')}</dt>
      <dd>
        {device.brand} {device.model}
      </dd>
      <dt>{t('serialNo')}</dt>
      <dd>{device.serialNo}</dd>
      <dt>{t('network')}</dt>
      <dd>{[device.ipAddress, device.macAddress].filter((part) => part !== '').join(' · ')}</dd>
      <dt>{t('lastSeen')}</dt>
      <dd>{device.lastSeenAt === null ? t('never') : <TimeText at={device.lastSeenAt} />}</dd>
      {device.softwareVersion === '' ? null : (
        <>
          <dt>{t('software')}</dt>
          <dd>{device.softwareVersion}</dd>
        </>
      )}
      <dt>{t('selfTest')}</dt>
      <dd>{device.selfTestAt === null ? t('notTested') : tested}</dd>
    </dl>
  );
}

function Orders({ deviceId }: { readonly deviceId: string }) {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const answer = useCall(
    routes.listOrders,
    { params: { id: deviceId } },
    { refreshMs: REFRESH_MS },
  );
  return (
    <section className="ow-drawer-part">
      <h3>{t('history')}</h3>
      <WithAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('noOrders')}</p>
          ) : (
            <ul className="ow-device-list">
              {items.slice(0, 10).map((order) => (
                <li key={order.id}>
                  {t(`act.${order.act}`)} {order.text}
                  <small>
                    {sayActor(order.issuedByName)} · <TimeText at={order.issuedAt} /> ·{' '}
                    {order.outcome || t(order.fetchedAt === null ? 'waiting' : 'fetched')}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </WithAnswer>
    </section>
  );
}
