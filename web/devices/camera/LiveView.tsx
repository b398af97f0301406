import { Notice } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import { messages } from './messages.ts';
import type { Camera } from './use-camera.ts';
import type { LivePage } from './use-live-page.ts';

interface LiveViewProps {
  readonly camera: Camera;
  readonly live: LivePage;
  readonly isBusy: boolean;
  readonly isAuto: boolean;
}

/** What the camera sees, with the page that was found drawn over it. */
export function LiveView({ camera, live, isBusy, isAuto }: LiveViewProps) {
  const t = useWords(messages);
  const { attach, state, retry } = camera;
  const said = saidOf(state, live, isBusy, isAuto);
  return (
    <div className="ow-camera-live">
      <video ref={attach} muted playsInline aria-label={t('live')} />
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        {live.quad === undefined ? null : (
          <polygon
            points={live.quad.map(({ x, y }) => `${x},${y}`).join(' ')}
            data-still={live.progress >= 1 ? 'yes' : 'no'}
          />
        )}
      </svg>
      {state === 'failed' ? (
        <Notice
          tone="bad"
          title={t('noCamera')}
          actions={
            <button type="button" className="ow-button" data-look="plain" onClick={retry}>
              {t('again')}
            </button>
          }
        >
          <p>{t('noCameraHint')}</p>
        </Notice>
      ) : null}
      <output className="ow-camera-said">{said === undefined ? '' : t(said)}</output>
    </div>
  );
}

function saidOf(state: Camera['state'], live: LivePage, isBusy: boolean, isAuto: boolean) {
  if (state === 'failed') return undefined;
  if (state === 'starting') return 'starting';
  if (isBusy) return 'taking';
  if (!isAuto) return undefined;
  return live.quad === undefined ? 'notFound' : 'found';
}
