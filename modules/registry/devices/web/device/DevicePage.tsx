import { useState } from 'react';

import { forgetDeviceKey, keepDeviceKey, readDeviceKey } from './device-key.ts';
import { EnrolPage } from './EnrolPage.tsx';
import { RunningPage } from './RunningPage.tsx';

import './device-page.css';

/** The device's own page: enrolment first, then its state, its orders and its self-test. */
export function DevicePage() {
  const [key, setKey] = useState(readDeviceKey);
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
    <RunningPage
      deviceKey={key}
      onForget={() => {
        forgetDeviceKey();
        setKey(undefined);
      }}
    />
  );
}
