import { Button } from 'antd';

import { useWords } from '#web/kit/words.ts';

import { useEditing } from './editing.ts';
import { messages } from './messages.ts';
import type { PartProps } from './part-props.ts';
import { RemarksAt } from './Remarks.tsx';
import { toBlank } from './schema.ts';

/** An object in an object; one that may lack is set and taken away by a button. */
export function GroupField({ schema, value, label, place, isOptional, onChange }: PartProps) {
  const t = useWords(messages);
  const { isReadOnly, Fields } = useEditing();
  const isThere = value !== undefined;
  return (
    <fieldset className="ow-edit-group">
      <legend>
        {label} {isOptional ? <small>{t('optional')}</small> : null}
      </legend>
      {isThere ? <Fields {...{ schema, value, place, onChange }} /> : null}
      {!isThere && isReadOnly ? <p className="ow-edit-none">{t('nothing')}</p> : null}
      {isOptional && !isReadOnly ? (
        <Button size="small" onClick={() => onChange(isThere ? undefined : toBlank(schema))}>
          {t(isThere ? 'dropPart' : 'setPart', { name: label })}
        </Button>
      ) : null}
      <RemarksAt place={place} />
    </fieldset>
  );
}
