import { Button, Input } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { messages as words } from '../parts/messages.ts';
import {
  addStretch,
  changeStretch,
  type DraftStretch,
  isTime,
  removeStretch,
  type WeekDraft,
  WEEKDAYS,
} from './draft.ts';
import { messages } from './messages.ts';

interface WeekGridProps {
  readonly draft: WeekDraft;
  readonly onChange: (draft: WeekDraft) => void;
  readonly isReadOnly: boolean;
}

/** A week, one line for each weekday with its stretches. */
export function WeekGrid({ draft, onChange, isReadOnly }: WeekGridProps) {
  const t = useWords(messages);
  const w = useWords(words);
  return (
    <ul className="ow-hours-week">
      {WEEKDAYS.map((weekday) => {
        const own = draft.stretches.filter((stretch) => stretch.weekday === weekday);
        return (
          <li key={weekday}>
            <span>{w(`weekday.${weekday}`)}</span>
            <div className="ow-hours-stretches">
              {own.length === 0 ? <span>{t('closedDay')}</span> : null}
              {own.map((stretch) => (
                <StretchFields
                  key={stretch.key}
                  stretch={stretch}
                  day={w(`weekday.${weekday}`)}
                  isReadOnly={isReadOnly}
                  onChange={(change) => onChange(changeStretch(draft, stretch.key, change))}
                  onRemove={() => onChange(removeStretch(draft, stretch.key))}
                />
              ))}
              {isReadOnly ? null : (
                <Button
                  size="small"
                  type="text"
                  aria-label={`${w(`weekday.${weekday}`)} ${t('addStretch')}`}
                  onClick={() => onChange(addStretch(draft, weekday))}
                >
                  {`+ ${t('addStretch')}`}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface StretchFieldsProps {
  readonly stretch: DraftStretch;
  readonly day: string;
  readonly isReadOnly: boolean;
  readonly onChange: (change: { readonly opens?: string; readonly closes?: string }) => void;
  readonly onRemove: () => void;
}

function StretchFields(props: StretchFieldsProps) {
  const { stretch, day, isReadOnly, onChange } = props;
  const t = useWords(messages);
  const status = (isSound: boolean) =>
    isSound ? {} : ({ status: 'error', title: t('wrongTime'), 'aria-invalid': true } as const);
  if (isReadOnly) return <span>{`${stretch.opens}–${stretch.closes}`}</span>;
  return (
    <span className="ow-hours-stretch">
      <Input
        size="small"
        maxLength={5}
        value={stretch.opens}
        aria-label={`${day} ${t('opens')}`}
        onChange={(event) => onChange({ opens: event.target.value })}
        {...status(isTime(stretch.opens, false))}
      />
      {'–'}
      <Input
        size="small"
        maxLength={5}
        value={stretch.closes}
        aria-label={`${day} ${t('closes')}`}
        onChange={(event) => onChange({ closes: event.target.value })}
        {...status(isTime(stretch.closes, true) && stretch.opens < stretch.closes)}
      />
      <Button
        size="small"
        type="text"
        aria-label={`${day} ${stretch.opens} ${t('removeStretch')}`}
        onClick={props.onRemove}
      >
        {'×'}
      </Button>
    </span>
  );
}
