import { useId } from 'react';

import { useWords } from '#web/kit/words.ts';

import { type Look, LOOKS } from './enhance.ts';
import { messages } from './messages.ts';
import type { Camera } from './use-camera.ts';
import type { PaperSize } from './warp-page.ts';

/** What the operator chose for the pages to come. */
export interface ToolState {
  readonly size: PaperSize;
  readonly look: Look;
  readonly isAuto: boolean;
}

const SIZES: readonly PaperSize[] = ['A4', 'A3'];

interface ToolsProps {
  readonly camera: Camera;
  readonly value: ToolState;
  readonly onChange: (value: ToolState) => void;
}

/** Paper, look, camera, and whether a page is taken by itself. */
export function Tools({ camera, value, onChange }: ToolsProps) {
  const t = useWords(messages);
  const id = useId();
  return (
    <div className="ow-camera-tools">
      {camera.cameras.length < 2 ? null : (
        <label>
          {t('camera')}
          <select
            value={camera.cameraId ?? ''}
            onChange={({ target }) => camera.choose(target.value)}
          >
            {camera.cameras.map((one, at) => (
              <option key={one.id} value={one.id}>
                {one.label || t('cameraNumber', { count: at + 1 })}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset>
        <legend>{t('size')}</legend>
        {SIZES.map((size) => (
          <label key={size}>
            <input
              type="radio"
              name={id}
              checked={value.size === size}
              onChange={() => onChange({ ...value, size })}
            />
            {size}
          </label>
        ))}
      </fieldset>
      <label>
        {t('look')}
        <select
          value={value.look}
          onChange={({ target }) => {
            const look = LOOKS.find((one) => one === target.value);
            if (look !== undefined) onChange({ ...value, look });
          }}
        >
          {LOOKS.map((look) => (
            <option key={look} value={look}>
              {t(`look.${look}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={value.isAuto}
          onChange={({ target }) => onChange({ ...value, isAuto: target.checked })}
        />
        {t('auto')}
      </label>
    </div>
  );
}
