import { useEffect, useState } from 'react';

import { call } from '#web/client/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../contract.ts';
import { keepDeviceKey, readDeviceKey } from './device-key.ts';
import { EnrolPage } from './EnrolPage.tsx';
import { messages } from './messages.ts';

import './device-page.css';

/** The page of each surface that the register names for a kind of device; the others show how they do. */
const PAGES: Readonly<Record<string, string>> = {
  'ticket-machine': '/hall/tickets',
  'calling-display': '/hall/display',
  'window-plate': '/hall/plate',
  'evaluation-pad': '/hall/pad',
  'information-screen': '/hall/zones',
  'self-service-kiosk': '/hall/kiosk',
};

/** Where a device is switched on: enrolment first, then the page of its kind. */
export function StartPage() {
  const t = useWords(messages);
  const [key, setKey] = useState(readDeviceKey);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (key === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const { surface } = await call(routes.getSelf, { asksToSignIn: false });
        location.replace(PAGES[surface] ?? '/hall/device');
      } catch {
        setLost(true);
        timer = setTimeout(() => void look(), 5000);
      }
    };
    void look();
    return () => clearTimeout(timer);
  }, [key]);
  if (key === undefined) {
    return (
      <EnrolPage
        onEnrolled={(given) => {
          keepDeviceKey(given);
          setKey(given);
        }}
      />
    );
  }
  return (
    <main className="ow-device" aria-live="polite">
      <h1>{t(isLost ? 'offline' : 'connecting')}</h1>
    </main>
  );
}
