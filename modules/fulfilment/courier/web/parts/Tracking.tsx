import { formatInstant, useLanguage } from '#web/kit/public/index.ts';

import { stateWords, TRACKING } from '../../contract.ts';

import './courier.css';

interface Line {
  readonly at: string;
  readonly code: number;
  readonly text: string;
  readonly isApplied?: boolean;
}

/** What the carrier told, the newest first. */
export function Tracking({ lines }: { readonly lines: readonly Line[] }) {
  const { say, language } = useLanguage();
  return (
    <ol className="ow-track">
      {lines.toReversed().map(({ at, code, text, isApplied = true }) => {
        const state = TRACKING[code];
        return (
          <li key={`${at}/${code}/${text}`} data-late={isApplied ? 'no' : 'yes'}>
            {state === undefined ? code : say(stateWords[state])}
            <small>
              {formatInstant(at, language)} {text}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
