import { useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { useText } from '../../words/use-text.ts';
import type { FieldOf, InputProps } from '../input-props.ts';
import { messages } from '../messages.ts';
import { MANY } from './few.ts';
import { toggleOption } from './toggle-option.ts';

/** Every option to see, with a search where they are many. */
export function OptionList(props: InputProps<FieldOf<'choice'>>) {
  const { field, id, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const say = useText();
  const [search, setSearch] = useState('');
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const fits = (text: string) => text.toLowerCase().includes(search.trim().toLowerCase());
  const options = field.options.filter(
    ({ key, text }) => chosen.includes(key) || fits(`${text.zh} ${text.en ?? ''}`),
  );
  const change = (key: string, isOn: boolean) =>
    onChange(field.many ? toggleOption(field, value, key, isOn) : key);
  return (
    <div className="ow-fill-options" data-long={field.options.length > MANY ? 'yes' : 'no'}>
      {field.options.length > MANY ? (
        <input
          type="search"
          value={search}
          aria-label={t('filter')}
          placeholder={t('filter')}
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <div>
        {options.map((option, index) => (
          <label key={option.key} className="ow-fill-option">
            <input
              type={field.many ? 'checkbox' : 'radio'}
              name={id}
              checked={chosen.includes(option.key)}
              disabled={isDisabled}
              data-wrong={index === 0 && faults.size > 0 ? 'yes' : 'no'}
              onChange={(event) => change(option.key, event.target.checked)}
            />
            <span>{say(option.text)}</span>
          </label>
        ))}
        {options.length === 0 ? <p className="ow-fill-hint">{t('noOption')}</p> : null}
      </div>
    </div>
  );
}
