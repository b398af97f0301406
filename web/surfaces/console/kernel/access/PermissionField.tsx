import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';

import { routes } from '#kernel/access/contract.ts';

import { type AnswerTo, useCall } from '../../../../client/index.ts';
import { useLanguage, WithAnswer } from '../../../../kit/staff/index.ts';
import { useWords } from '../../../../kit/words.ts';
import { findModuleName } from '../names/module-names.ts';
import { messages } from './messages.ts';
import { dutyWords } from './names.ts';

type Shown = AnswerTo<typeof routes.listPermissions>['items'][number];

interface PermissionFieldProps {
  readonly value?: readonly string[];
  /** Without it the permissions can only be read. */
  readonly onChange?: (value: readonly string[]) => void;
}

const none: readonly string[] = [];

/** The permissions of a role, by module; each holds where the role is granted, or always at one scope. */
export function PermissionField({ value = none, onChange }: PermissionFieldProps) {
  const t = useWords(messages);
  const { language, say } = useLanguage();
  const answer = useCall(routes.listPermissions, undefined, { freshMs: 300_000 });
  const [wanted, setWanted] = useState('');
  const chosen = new Map(value.map((one) => [one.split('@', 1)[0] ?? one, one]));
  const titleOf = (one: Shown) => (language === 'zh-CN' ? one.titleZh : one.titleEn);
  const set = (name: string, next: string | undefined) => {
    const rest = value.filter((one) => one !== chosen.get(name));
    onChange?.(next === undefined ? rest : [...rest, next]);
  };
  const fits = (one: Shown) =>
    (onChange !== undefined || chosen.has(one.name)) &&
    `${one.name} ${one.titleZh} ${one.titleEn}`.toLowerCase().includes(wanted.toLowerCase());
  return (
    <WithAnswer answer={answer}>
      {({ items }) => (
        <div className="ow-permissions">
          <div className="ow-permissions-bar">
            <Input
              type="search"
              value={wanted}
              placeholder={t('searchPermissions')}
              aria-label={t('searchPermissions')}
              onChange={(event) => setWanted(event.target.value)}
            />
            <output>{t('chosenPermissions', { count: value.length })}</output>
          </div>
          {Object.entries(Object.groupBy(items.filter(fits), moduleOf)).map(
            ([module, list = []]) => (
              <fieldset key={module}>
                <legend>{say(findModuleName(module) ?? { 'zh-CN': module, en: module })}</legend>
                {list.map((one) => (
                  <PermissionLine
                    key={one.name}
                    permission={one}
                    title={titleOf(one)}
                    chosen={chosen.get(one.name)}
                    onChoose={onChange === undefined ? undefined : (next) => set(one.name, next)}
                  />
                ))}
              </fieldset>
            ),
          )}
        </div>
      )}
    </WithAnswer>
  );
}

function moduleOf({ name }: Shown): string {
  return name.split('.', 1)[0] ?? name;
}

interface PermissionLineProps {
  readonly permission: Shown;
  readonly title: string;
  readonly chosen: string | undefined;
  readonly onChoose: ((chosen: string | undefined) => void) | undefined;
}

function PermissionLine({ permission, title, chosen, onChoose }: PermissionLineProps) {
  const t = useWords(messages);
  const { name, levels, reservedFor } = permission;
  const isReserved = reservedFor !== null;
  return (
    <div className="ow-permission">
      <Checkbox
        checked={chosen !== undefined}
        disabled={onChoose === undefined || isReserved}
        onChange={(event) => onChoose?.(event.target.checked ? name : undefined)}
      >
        {title} <code>{name}</code>
      </Checkbox>
      {isReserved ? <small>{t('reserved', { duty: t(dutyWords[reservedFor]) })}</small> : null}
      {chosen !== undefined && levels.length > 1 ? (
        <Select
          size="small"
          value={chosen.slice(name.length)}
          disabled={onChoose === undefined}
          aria-label={`${title} ${t('scope')}`}
          onChange={(suffix: string) => onChoose?.(`${name}${suffix}`)}
          options={[
            { value: '', label: t('asGranted') },
            ...(levels.includes('centre') ? [{ value: '@centre', label: t('alwaysCentre') }] : []),
            ...(levels.includes('own') ? [{ value: '@own', label: t('alwaysOwn') }] : []),
          ]}
        />
      ) : null}
    </div>
  );
}
