import { useState } from 'react';

import { download } from '#web/client/index.ts';
import { Action, Notice, UploadField, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import {
  addressKey,
  Excluded,
  excludedWords,
  type FilingBody,
  routes,
  type Unit,
  unitAddress,
  type UnitPreview,
} from '../../../contract.ts';
import { messages } from '../messages.ts';
import type { PartProps } from './BuildingPart.tsx';
import { ListInput } from './ListInput.tsx';

/** The units of the building, typed row by row or taken from a sheet after a preview. */
export function UnitsPart({ filingId, body, onChange }: PartProps & { readonly filingId: string }) {
  const t = useWords(messages);
  const { units } = body;
  const [preview, setPreview] = useState<UnitPreview>();
  const put = (next: readonly Unit[]) => onChange({ ...body, units: [...next] });
  const add = () => {
    const last = units.at(-1);
    put([
      ...units,
      {
        id: null,
        floor: last?.floor ?? 1,
        roomNo: '',
        areaM2: last?.areaM2 ?? 0,
        maxSubjects: last?.maxSubjects ?? 1,
        excluded: null,
        groupCodes: [],
      },
    ]);
  };
  return (
    <>
      {units.length === 0 ? null : <UnitTable units={units} onChange={put} />}
      <div className="ow-prem-acts">
        <Action look="plain" onPress={add}>
          {t('addUnit')}
        </Action>
        <Action look="quiet" onPress={() => void download(routes.unitTemplate, {})}>
          {t('template')}
        </Action>
      </div>
      <UploadField
        label={t('importUnits')}
        contract={routes.previewUnits}
        place={{ params: { id: filingId } }}
        accept=".xlsx,.csv"
        onDone={setPreview}
      />
      {preview === undefined ? null : (
        <Preview
          preview={preview}
          onTake={(taken) => {
            put(merge(body, taken));
            setPreview(undefined);
          }}
          onCancel={() => setPreview(undefined)}
        />
      )}
    </>
  );
}

/** A row of a sheet stands for the unit with its id, else for the one that its room means; the others stay. */
function merge({ units, building }: FilingBody, taken: readonly Unit[]): Unit[] {
  const keyOf = ({ roomNo }: Unit) => addressKey(unitAddress(building.standardAddress, roomNo));
  const isSame = (one: Unit, other: Unit) =>
    one.id !== null && other.id !== null ? one.id === other.id : keyOf(one) === keyOf(other);
  const kept = units.map((unit) => taken.find((other) => isSame(unit, other)) ?? unit);
  return [...kept, ...taken.filter((one) => !units.some((unit) => isSame(unit, one)))];
}

interface PreviewProps {
  readonly preview: UnitPreview;
  readonly onTake: (units: readonly Unit[]) => void;
  readonly onCancel: () => void;
}

function Preview({ preview, onTake, onCancel }: PreviewProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const { rows, add, change, same, bad } = preview;
  const taken = rows.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  return (
    <Notice
      tone={bad === 0 ? 'good' : 'warn'}
      title={t('preview', { add, change, same, bad })}
      actions={
        <>
          <Action
            look="strong"
            isDisabled={bad > 0 || taken.length === 0}
            onPress={() => onTake(taken)}
          >
            {t('takeOver', { count: taken.length })}
          </Action>
          <Action look="quiet" onPress={onCancel}>
            {t('cancel')}
          </Action>
        </>
      }
    >
      <ul>
        {rows
          .filter(({ act }) => act === 'bad')
          .slice(0, 30)
          .map(({ row, faults }) => (
            <li key={row}>
              {t('row', { row })}：
              {faults.map(({ value, reason }) => `${value} ${say(reason)}`).join('；')}
            </li>
          ))}
      </ul>
    </Notice>
  );
}

interface UnitTableProps {
  readonly units: readonly Unit[];
  readonly onChange: (units: readonly Unit[]) => void;
}

const NUMBERS = ['floor', 'areaM2', 'maxSubjects'] as const;

function UnitTable({ units, onChange }: UnitTableProps) {
  const t = useWords(messages);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- long tables scroll, with the keyboard too
    <div className="ow-prem-table" tabIndex={0} role="region" aria-label={t('unitsTitle')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('roomNo')}</th>
            <th scope="col">{t('floor')}</th>
            <th scope="col">{t('areaM2')}</th>
            <th scope="col">{t('maxSubjects')}</th>
            <th scope="col">{t('excluded')}</th>
            <th scope="col">{t('groupCodes')}</th>
            <th scope="col">{t('removeUnit')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit, at) => (
            <UnitLine
              key={unit.id ?? `new-${at}`}
              unit={unit}
              onChange={(next) => onChange(units.with(at, next))}
              onRemove={() => onChange(units.toSpliced(at, 1))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UnitLineProps {
  readonly unit: Unit;
  readonly onChange: (unit: Unit) => void;
  readonly onRemove: () => void;
}

function UnitLine({ unit, onChange, onRemove }: UnitLineProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <tr>
      <td>
        <input
          aria-label={t('roomNo')}
          value={unit.roomNo}
          maxLength={40}
          onChange={({ target }) => onChange({ ...unit, roomNo: target.value })}
        />
      </td>
      {NUMBERS.map((name) => (
        <td key={name}>
          <input
            type="number"
            aria-label={t(name)}
            value={unit[name]}
            onChange={({ target }) => onChange({ ...unit, [name]: Number(target.value) })}
          />
        </td>
      ))}
      <td>
        <select
          aria-label={t('excluded')}
          value={unit.excluded ?? ''}
          onChange={({ target }) => {
            const excluded = Excluded.safeParse(target.value).data ?? null;
            onChange({ ...unit, excluded, maxSubjects: excluded === null ? unit.maxSubjects : 0 });
          }}
        >
          <option value="">{t('notExcluded')}</option>
          {Excluded.options.map((value) => (
            <option key={value} value={value}>
              {say(excludedWords[value])}
            </option>
          ))}
        </select>
      </td>
      <td>
        <ListInput
          label={t('groupCodes')}
          placeholder={t('groupHint')}
          value={unit.groupCodes}
          onChange={(groupCodes) => onChange({ ...unit, groupCodes })}
        />
      </td>
      <td>
        <button
          type="button"
          className="ow-action"
          data-look="quiet"
          aria-label={t('remove', { name: unit.roomNo })}
          onClick={onRemove}
        >
          ✕
        </button>
      </td>
    </tr>
  );
}
