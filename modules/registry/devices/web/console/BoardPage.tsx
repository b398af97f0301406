import { useState } from 'react';

import { useCall, useLive } from '#web/client/index.ts';
import { formatNumber, formatTime, Page, useLanguage, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type BoardDevice, type DeviceKind, Health, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { DeviceDrawer } from './DeviceDrawer.tsx';
import { HealthTag } from './Tags.tsx';

import './devices.css';

const REFRESH_MS = 15_000;

/** Every device as a small cell, by kind, with its health by word, line and colour; filtered by a count. */
export function BoardPage() {
  const t = useWords(messages);
  const [chosen, choose] = useState<Health>();
  const [openedId, open] = useState<string>();
  const board = useCall(routes.showBoard, undefined, { refreshMs: REFRESH_MS, keepsFormer: true });
  const kinds = useCall(routes.listKinds);
  useLive(['devices']);
  return (
    <Page title={t('board')} description={t('boardHint')}>
      <WithAnswer answer={board}>
        {({ devices, at }) => (
          <div>
            <Counts devices={devices} at={at} chosen={chosen} onChoose={choose} />
            {(kinds.data?.items ?? []).map((kind) => (
              <KindCells
                key={kind.code}
                kind={kind}
                devices={devices.filter(
                  (device) =>
                    device.kindCode === kind.code &&
                    (chosen === undefined || device.health === chosen),
                )}
                mainSiteId={mainSiteOf(devices)}
                onOpen={open}
              />
            ))}
          </div>
        )}
      </WithAnswer>
      {openedId === undefined ? null : (
        <DeviceDrawer deviceId={openedId} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

/** Where most devices stand. Numbers of windows are told there alone: each site has a window 1. */
function mainSiteOf(devices: readonly BoardDevice[]): string | undefined {
  const counts = Map.groupBy(devices, (device) => device.siteId);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

interface CountsProps {
  readonly devices: readonly BoardDevice[];
  readonly at: string;
  readonly chosen: Health | undefined;
  readonly onChoose: (health: Health | undefined) => void;
}

function Counts({ devices, at, chosen, onChoose }: CountsProps) {
  const t = useWords(messages);
  const { language } = useLanguage();
  return (
    <>
      <ul className="ow-board-counts" aria-label={t('health')}>
        {Health.options.map((health) => (
          <li key={health}>
            <button
              type="button"
              aria-pressed={chosen === health}
              onClick={() => onChoose(chosen === health ? undefined : health)}
            >
              <strong>
                {formatNumber(
                  devices.filter((device) => device.health === health).length,
                  language,
                )}
              </strong>
              <HealthTag health={health} />
            </button>
          </li>
        ))}
      </ul>
      <p className="ow-board-total">
        {t('allDevices', { count: devices.length })} ·{' '}
        {t('boardAt', { time: formatTime(at, language) })}
      </p>
    </>
  );
}

interface KindCellsProps {
  readonly kind: DeviceKind;
  readonly devices: readonly BoardDevice[];
  readonly mainSiteId: string | undefined;
  readonly onOpen: (deviceId: string) => void;
}

function KindCells({ kind, devices, mainSiteId, onOpen }: KindCellsProps) {
  const t = useWords(messages);
  if (devices.length === 0) return null;
  return (
    <section className="ow-board-kind">
      <h2>
        {t.language === 'en' ? kind.nameEn : kind.nameZh}{' '}
        <small>{t('allDevices', { count: devices.length })}</small>
      </h2>
      <div className="ow-board-cells">
        {devices.map((device) => (
          <button
            key={device.id}
            type="button"
            data-health={device.health}
            aria-label={[device.windowNumber, device.assetNo, t(`health.${device.health}`)]
              .filter(Boolean)
              .join(' ')}
            title={`${device.assetNo} · ${t(`health.${device.health}`)}`}
            onClick={() => onOpen(device.id)}
          >
            {(device.siteId === mainSiteId ? device.windowNumber : null) ??
              device.assetNo.split('-').at(-1)}
          </button>
        ))}
      </div>
    </section>
  );
}
