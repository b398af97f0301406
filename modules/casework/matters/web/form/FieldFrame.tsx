import type { ReactNode } from 'react';

import { StatusTag } from '#web/kit/common/index.ts';
import { useWords } from '#web/kit/words.ts';

import type { Field } from '../../contract.ts';
import { FEW } from '../fields/choice/few.ts';
import { isGroup } from '../fields/group.ts';
import type { Faults } from '../fields/input-props.ts';
import { useText } from '../words/use-text.ts';
import { messages } from './messages.ts';

export interface FieldFrameProps {
  readonly field: Field;
  readonly id: string;
  readonly faults: Faults;
  readonly isPrefilled?: boolean;
  readonly children: (given: { readonly id: string; readonly describedBy: string }) => ReactNode;
}

/** Label, hint, control and fault of a field. */
export function FieldFrame({ field, id, faults, isPrefilled = false, children }: FieldFrameProps) {
  const t = useWords(messages);
  const say = useText();
  const about = `${id}-about`;
  const label = (
    <>
      {say(field.label)} {field.required ? null : <small>{t('optional')}</small>}{' '}
      {isPrefilled ? <StatusTag tone="busy">{t('prefilled')}</StatusTag> : null}
    </>
  );
  const rest = (
    <>
      {field.help === undefined ? null : <p className="ow-fill-hint">{say(field.help)}</p>}
      {children({ id, describedBy: about })}
      <p id={about} className="ow-fill-fault">
        {faults.get('')}
      </p>
    </>
  );
  const common = { className: 'ow-fill-field', 'data-kind': field.kind, 'data-key': field.key };
  if (isGroup(field, FEW))
    return (
      <fieldset {...common} aria-describedby={about}>
        <legend>{label}</legend>
        {rest}
      </fieldset>
    );
  return (
    <div {...common}>
      <label htmlFor={id}>{label}</label>
      {rest}
    </div>
  );
}
