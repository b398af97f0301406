import { useId } from 'react';

import { useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  type Building,
  type FilingBody,
  OwnerKind,
  ownerKindWords,
  UseType,
  useTypeWords,
} from '../../../contract.ts';
import { messages } from '../messages.ts';

export interface PartProps {
  readonly body: FilingBody;
  readonly onChange: (body: FilingBody) => void;
}

const TEXTS = ['name', 'standardAddress', 'propertyCertNo', 'ownerName', 'ownerNumber'] as const;
const NUMBERS = ['areaM2', 'floorsAbove', 'floorsBelow'] as const;

/** The facts of the building, as its title has them. */
export function BuildingPart({ body, onChange }: PartProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const id = useId();
  const { building } = body;
  const set = (changed: Partial<Building>) =>
    onChange({ ...body, building: { ...building, ...changed } });
  return (
    <div className="ow-prem-grid">
      {TEXTS.map((name) => (
        <div key={name} className="ow-prem-field">
          <label htmlFor={`${id}-${name}`}>{t(name === 'name' ? 'buildingName' : name)}</label>
          <input
            id={`${id}-${name}`}
            value={building[name]}
            maxLength={name === 'ownerNumber' ? 40 : 200}
            onChange={({ target }) => set({ [name]: target.value })}
          />
          {name === 'standardAddress' ? <small>{t('addressHint')}</small> : null}
        </div>
      ))}
      {NUMBERS.map((name) => (
        <div key={name} className="ow-prem-field">
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          <input
            id={`${id}-${name}`}
            type="number"
            min={0}
            value={building[name]}
            onChange={({ target }) => set({ [name]: Math.max(0, Number(target.value)) })}
          />
        </div>
      ))}
      <div className="ow-prem-field">
        <label htmlFor={`${id}-use`}>{t('useType')}</label>
        <select
          id={`${id}-use`}
          value={building.useType}
          onChange={({ target }) => set({ useType: UseType.parse(target.value) })}
        >
          {UseType.options.map((value) => (
            <option key={value} value={value}>
              {say(useTypeWords[value])}
            </option>
          ))}
        </select>
      </div>
      <div className="ow-prem-field">
        <label htmlFor={`${id}-owner`}>{t('ownerKind')}</label>
        <select
          id={`${id}-owner`}
          value={building.ownerKind}
          onChange={({ target }) => set({ ownerKind: OwnerKind.parse(target.value) })}
        >
          {OwnerKind.options.map((value) => (
            <option key={value} value={value}>
              {say(ownerKindWords[value])}
            </option>
          ))}
        </select>
      </div>
      <label className="ow-prem-check">
        <input
          type="checkbox"
          checked={building.isIllegal}
          onChange={({ target }) => set({ isIllegal: target.checked })}
        />
        {t('isIllegal')}
      </label>
    </div>
  );
}
