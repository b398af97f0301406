import { useWords } from '#web/kit/words.ts';

import { type FieldOf, type InputProps, memberOf, withMember } from '../input-props.ts';
import { messages } from '../messages.ts';
import { PartLine } from '../PartLine.tsx';

/** A person by name and 公民身份号码, with a phone where the field asks for it. */
export function PersonInput(props: InputProps<FieldOf<'person'>>) {
  const { field, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const set = (member: string) => (text: string) => onChange(withMember(value, member, text));
  return (
    <div className="ow-fill-parts">
      <PartLine
        label={t('personName')}
        value={memberOf(value, 'name')}
        fault={faults.get('name') ?? faults.get('')}
        isDisabled={isDisabled}
        onChange={set('name')}
      />
      <PartLine
        label={t('identifier')}
        value={memberOf(value, 'identifier')}
        fault={faults.get('identifier')}
        isDisabled={isDisabled}
        onChange={(text) => set('identifier')(text.trim().toUpperCase())}
      />
      {field.withPhone ? (
        <PartLine
          label={t('phone')}
          value={memberOf(value, 'phone')}
          type="tel"
          inputMode="tel"
          fault={faults.get('phone')}
          isDisabled={isDisabled}
          onChange={(text) => set('phone')(text.trim())}
        />
      ) : null}
    </div>
  );
}
