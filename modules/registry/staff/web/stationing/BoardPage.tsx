import { Button, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';

import { useCall, useLive, useMay } from '#web/client/index.ts';
import {
  DayField,
  Page,
  RowTable,
  StatusTag,
  useFilters,
  useGo,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, type PersonRef, routes, type WindowStanding } from '../../contract.ts';
import { messages as words } from '../parts/messages.ts';
import { StandingTag } from '../parts/Tags.tsx';
import { useNameOf, usePlaces } from '../parts/use-places.ts';
import { messages } from './messages.ts';
import { WindowDrawer } from './WindowDrawer.tsx';

import '../staff.css';

const Filters = z.object({ siteId: z.uuid().optional(), day: z.iso.date().optional() });

/** Every window of a site on a day, with who stands there. */
export function BoardPage() {
  const t = useWords(messages);
  const w = useWords(words);
  const go = useGo();
  const may = useMay();
  const places = usePlaces();
  const [filters, setFilters] = useFilters(Filters);
  const siteId = filters.siteId ?? places.firstSiteId ?? '';
  useLive(['staff']);
  const answer = useCall(
    routes.showBoard,
    { query: { siteId, day: filters.day } },
    { enabled: siteId !== '', keepsFormer: true },
  );
  return (
    <Page
      title={t('board')}
      description={t('boardHint')}
      actions={
        may(permissions.assign) ? (
          <Button onClick={() => go('/imports/staff.stationing')}>{w('sheets')}</Button>
        ) : null
      }
    >
      <div className="ow-staff-bar">
        <label>
          {w('site')}
          <Select
            className="ow-field-narrow"
            value={siteId}
            options={places.siteOptions}
            onChange={(chosen: string) => setFilters({ siteId: chosen })}
          />
        </label>
        <label>
          {w('day')}
          <DayField
            value={answer.data?.day ?? filters.day ?? null}
            onChange={(day) => setFilters({ day: day ?? undefined })}
          />
        </label>
        {answer.data?.isOpen === false ? <StatusTag tone="idle">{t('closed')}</StatusTag> : null}
      </div>
      <WithAnswer answer={answer}>{({ windows }) => <Board windows={windows} />}</WithAnswer>
    </Page>
  );
}

function Board({ windows }: { readonly windows: readonly WindowStanding[] }) {
  const t = useWords(messages);
  const w = useWords(words);
  const nameOf = useNameOf();
  const [openedId, open] = useState<string>();
  const opened = windows.find((one) => one.windowId === openedId);
  const count = (standing: WindowStanding['standing']) =>
    windows.filter((one) => one.standing === standing).length;
  return (
    <>
      <p>
        <output>
          {t('counts', {
            a: count('a'),
            b: count('b'),
            uncovered: count('uncovered'),
            unstaffed: count('unstaffed'),
          })}
        </output>
      </p>
      <RowTable
        label={t('board')}
        rows={windows}
        rowKey={(one) => one.windowId}
        onOpen={(one) => open(one.windowId)}
        columns={[
          {
            key: 'number',
            title: w('window'),
            align: 'end',
            render: (one) => one.windowNumber,
          },
          {
            key: 'name',
            title: t('windowName'),
            render: (one) => nameOf({ nameZh: one.windowNameZh, nameEn: one.windowNameEn }),
          },
          {
            key: 'standing',
            title: t('standing'),
            render: (one) => <StandingTag standing={one.standing} />,
          },
          { key: 'who', title: t('who'), render: (one) => <Who of={one} /> },
          {
            key: 'a',
            title: w('part.a'),
            render: (one) => <Holder person={one.stationing?.a ?? null} isAway={one.isAAway} />,
          },
          {
            key: 'b',
            title: w('part.b'),
            render: (one) => <Holder person={one.stationing?.b ?? null} isAway={one.isBAway} />,
          },
        ]}
        empty={{ title: t('none'), hint: t('noneHint') }}
      />
      {opened === undefined ? null : (
        <WindowDrawer window={opened} onClose={() => open(undefined)} />
      )}
    </>
  );
}

function Who({ of }: { readonly of: WindowStanding }) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  if (of.alsoAt.length === 0) return nameOf(of.person);
  const numbers = of.alsoAt.join(t.language === 'en' ? ', ' : '、');
  return (
    <>
      {nameOf(of.person)} <small>{t('alsoAt', { numbers })}</small>
    </>
  );
}

function Holder({
  person,
  isAway,
}: {
  readonly person: PersonRef | null;
  readonly isAway: boolean;
}) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  if (person === null) return null;
  return (
    <>
      {nameOf(person)} {isAway ? <StatusTag tone="warn">{t('away')}</StatusTag> : null}
    </>
  );
}
