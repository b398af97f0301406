import { useId, useState } from 'react';

import { useWords } from '#web/kit/words.ts';

import { type FieldOf, type InputProps, memberOf, withMember } from '../input-props.ts';
import { messages } from '../messages.ts';
import { PartLine } from '../PartLine.tsx';
import { useSurroundings } from '../surroundings.ts';

/** The town, then street and number. */
export function AddressInput(props: InputProps<FieldOf<'address'>>) {
  const { field, value, onChange, faults, isDisabled } = props;
  const t = useWords(messages);
  const { towns } = useSurroundings();
  const division = memberOf(value, 'division');
  const isKnown = towns.some((town) => town.code === division);
  const [isAway, setAway] = useState(false);
  const isElsewhere = !field.insideDistrict && (isAway || (division !== '' && !isKnown));
  const set = (member: string) => (text: string) => onChange(withMember(value, member, text));
  return (
    <div className="ow-fill-parts">
      {towns.length === 0 ? null : (
        <TownPart
          {...props}
          division={isElsewhere ? ELSEWHERE : division}
          onTown={(town) => {
            setAway(town === ELSEWHERE);
            set('division')(town === ELSEWHERE ? '' : town);
          }}
        />
      )}
      {isElsewhere || towns.length === 0 ? (
        <PartLine
          label={`${t('division')}（${t('divisionHint')}）`}
          value={division}
          inputMode="numeric"
          fault={faults.get('division')}
          isDisabled={isDisabled}
          onChange={set('division')}
        />
      ) : null}
      <PartLine
        label={t('detail')}
        value={memberOf(value, 'detail')}
        autoComplete="street-address"
        fault={faults.get('detail') ?? faults.get('')}
        isDisabled={isDisabled}
        onChange={set('detail')}
      />
    </div>
  );
}

const ELSEWHERE = 'elsewhere';

interface TownPartProps extends InputProps<FieldOf<'address'>> {
  readonly division: string;
  readonly onTown: (code: string) => void;
}

function TownPart({ field, faults, isDisabled, division, onTown }: TownPartProps) {
  const t = useWords(messages);
  const { towns } = useSurroundings();
  const id = useId();
  const fault = division === ELSEWHERE ? undefined : faults.get('division');
  return (
    <div className="ow-fill-part">
      <label htmlFor={id}>{t('town')}</label>
      <select
        id={id}
        value={division}
        disabled={isDisabled}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        onChange={(event) => onTown(event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {towns.map((town) => (
          <option key={town.code} value={town.code}>
            {t.language === 'en' ? town.nameEn : town.nameZh}
          </option>
        ))}
        {field.insideDistrict ? null : <option value={ELSEWHERE}>{t('elsewhere')}</option>}
      </select>
      <p id={`${id}-fault`} className="ow-fill-fault">
        {fault}
      </p>
    </div>
  );
}
