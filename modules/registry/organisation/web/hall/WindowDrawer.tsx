import { Button, Drawer } from 'antd';
import { useState } from 'react';

import { useCall, useMay } from '#web/client/index.ts';
import { formatInstant, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { permissions, routes, type Window } from '../../contract.ts';
import { ClosureButton } from '../parts/ClosureButton.tsx';
import { messages as words } from '../parts/messages.ts';
import { RecordTag, WindowStateTag } from '../parts/Tags.tsx';
import { useNameOf, useNames } from '../parts/use-names.ts';
import { messages } from './messages.ts';
import { StateActs } from './StateActs.tsx';
import { StateHistory } from './StateHistory.tsx';
import { WindowForm } from './WindowForm.tsx';

import './hall.css';

const REFRESH_MS = 5000;

/** A window at the edge of the page: what it is, its state now with what can be done, and its history. */
export function WindowDrawer({
  windowId,
  onClose,
}: {
  readonly windowId: string;
  readonly onClose: () => void;
}) {
  const t = useWords(messages);
  const nameOf = useNameOf();
  const place = { params: { id: windowId } };
  const answer = useCall(routes.getWindow, place, { refreshMs: REFRESH_MS });
  const { data } = answer;
  return (
    <Drawer
      open
      mask={false}
      size={520}
      onClose={onClose}
      title={
        data === undefined ? '' : `${t('windowTitle', { number: data.number })} · ${nameOf(data)}`
      }
    >
      <WithAnswer answer={answer}>{(window) => <WindowFacts window={window} />}</WithAnswer>
      <StateHistory windowId={windowId} />
    </Drawer>
  );
}

function WindowFacts({ window }: { readonly window: Window }) {
  const may = useMay();
  const nameOf = useNameOf();
  const t = useWords(messages);
  const [isEdited, setEdited] = useState(false);
  const isInUse = window.closedOn === null;
  return (
    <>
      <Facts window={window} />
      {may(permissions.operateWindows) && isInUse ? <StateActs window={window} /> : null}
      {may(permissions.manage) ? (
        <p className="ow-hall-acts ow-hall-more">
          <Button size="small" onClick={() => setEdited(true)}>
            {t('edit')}
          </Button>
          <ClosureButton register="Window" name={nameOf(window)} record={window} />
        </p>
      ) : null}
      {isEdited ? (
        <WindowForm window={window} siteId={window.siteId} onClose={() => setEdited(false)} />
      ) : null}
    </>
  );
}

function Facts({ window }: { readonly window: Window }) {
  const t = useWords(messages);
  const w = useWords(words);
  const names = useNames();
  return (
    <dl className="ow-hall-facts">
      <dt>{t('since')}</dt>
      <dd>
        {window.closedOn === null ? (
          <WindowStateTag state={window.state} />
        ) : (
          <RecordTag record={window} />
        )}{' '}
        {t('sinceWhen', { time: formatInstant(window.stateSince, t.language) })}
      </dd>
      {window.stateReason === '' ? null : (
        <>
          <dt>{t('reason')}</dt>
          <dd>{window.stateReason}</dd>
        </>
      )}
      <dt>{t('site')}</dt>
      <dd>{names.name(window.siteId)}</dd>
      <dt>{t('zone')}</dt>
      <dd>{names.name(window.zoneId)}</dd>
      <dt>{t('kind')}</dt>
      <dd>
        {w(`window.${window.kind}`)}
        {window.isAccessible ? <> · {t('accessible')}</> : null}
      </dd>
      <dt>{t('served')}</dt>
      <dd>
        <Served names={window.departmentIds.map((id) => names.short(id))} />
      </dd>
    </dl>
  );
}

const FEW = 8;

/** The departments that a window serves; a window for everything would fill the page, so those unfold. */
function Served({ names }: { readonly names: readonly string[] }) {
  const t = useWords(messages);
  const all = names.join(t.language === 'en' ? '; ' : '、');
  if (names.length <= FEW) return all;
  return (
    <details>
      <summary>{t('servedCount', { count: names.length })}</summary>
      {all}
    </details>
  );
}
