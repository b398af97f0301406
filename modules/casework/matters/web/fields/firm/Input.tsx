import { useWords } from '#web/kit/words.ts';

import { type FieldOf, type InputProps, memberOf, withMember } from '../input-props.ts';
import { messages } from '../messages.ts';
import { PartLine } from '../PartLine.tsx';

/** A firm by name and 统一社会信用代码. */
export function FirmInput(props: InputProps<FieldOf<'firm'>>) {
  const { value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const set = (member: string) => (text: string) => onChange(withMember(value, member, text));
  return (
    <div className="ow-fill-parts">
      <PartLine
        label={t('firmName')}
        value={memberOf(value, 'name')}
        autoComplete="organization"
        fault={faults.get('name') ?? faults.get('')}
        isDisabled={isDisabled}
        onChange={set('name')}
      />
      <PartLine
        label={t('creditCode')}
        value={memberOf(value, 'creditCode')}
        fault={faults.get('creditCode')}
        isDisabled={isDisabled}
        onChange={(text) => set('creditCode')(text.trim().toUpperCase())}
      />
    </div>
  );
}
