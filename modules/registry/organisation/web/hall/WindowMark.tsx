import type { KeyboardEvent } from 'react';

import { Shape } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Window } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { stateTones } from '../parts/Tags.tsx';
import { useNameOf } from '../parts/use-names.ts';
import { messages } from './messages.ts';

interface WindowMarkProps {
  readonly window: Window;
  readonly isChosen: boolean;
  /** One window at a time can be reached by Tab; arrow keys go to the others. */
  readonly isActive: boolean;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent<SVGGElement>) => void;
  readonly onFocus: () => void;
}

const WIDTH = 3.5;
const HEIGHT = 4.6;

/** A window on the plan: its number, and its state by shape, word and colour. */
export function WindowMark(props: WindowMarkProps) {
  const { window, isChosen, isActive } = props;
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const state = w(`state.${window.state}`);
  const said = { number: window.number, name: nameOf(window), state };
  const label =
    window.stateReason === ''
      ? t('window', said)
      : t('windowWithReason', { ...said, reason: window.stateReason });
  return (
    <g
      id={`window-${window.id}`}
      className="ow-hall-window"
      data-tone={stateTones[window.state]}
      data-chosen={isChosen ? 'yes' : 'no'}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button element
      role="button"
      tabIndex={isActive ? 0 : -1}
      transform={`translate(${window.x} ${window.y})`}
      onClick={props.onOpen}
      onKeyDown={props.onKey}
      onFocus={props.onFocus}
    >
      {/* The name of the button, and what the pointer is told. */}
      <title>{label}</title>
      <rect x={-WIDTH / 2} y={-HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={0.5} />
      <text y={-0.75}>{window.number}</text>
      <svg x={-0.65} y={-0.5} width={1.3} height={1.3} aria-hidden="true">
        <Shape tone={stateTones[window.state]} />
      </svg>
      <text y={1.85} className="ow-hall-word">
        {state}
      </text>
    </g>
  );
}
