import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';

import { useAct, useCall, useMay } from '#web/client/index.ts';
import { ProblemNotice, TimeText, useSayActor, WithAnswer } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Device, type Fault, permissions, routes } from '../../contract.ts';
import { messages } from '../messages.ts';
import { SeverityTag } from './Tags.tsx';

/** The open faults of a device, with what was seen; report another, or say how one was mended. */
export function FaultsOf({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const sayActor = useSayActor();
  const may = useMay();
  const answer = useCall(routes.listFaults, { query: { deviceId: device.id } });
  return (
    <section className="ow-drawer-part">
      <h3>{t('openFaults')}</h3>
      <WithAnswer answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('noOpenFaults')}</p>
          ) : (
            <ul className="ow-device-list">
              {items.map((fault) => (
                <li key={fault.id}>
                  <SeverityTag severity={fault.severity} />{' '}
                  {t.language === 'en' ? fault.nameEn : fault.nameZh}
                  <small>
                    {fault.note} {sayActor(fault.reportedByName)} ·{' '}
                    <TimeText at={fault.reportedAt} />
                  </small>
                  {may(permissions.manage) ? <Resolve fault={fault} /> : null}
                </li>
              ))}
            </ul>
          )
        }
      </WithAnswer>
      {may(permissions.report) ? <Report device={device} /> : null}
    </section>
  );
}

/** Says how a fault was mended. */
export function Resolve({ fault }: { readonly fault: Fault }) {
  const t = useWords(messages);
  const id = useId();
  const [text, setText] = useState('');
  const act = useAct(routes.resolveFault);
  return (
    <form
      className="ow-device-acts"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ params: { id: fault.id }, body: { resolution: text.trim() } });
      }}
    >
      <label htmlFor={id}>{t('resolution')}</label>
      <Input
        id={id}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" disabled={text.trim() === ''} loading={act.isPending}>
        {t('resolve')}
      </Button>
      <ProblemNotice problem={act.error} />
    </form>
  );
}

function Report({ device }: { readonly device: Device }) {
  const t = useWords(messages);
  const kindId = useId();
  const noteId = useId();
  const kinds = useCall(routes.listKinds);
  const [code, setCode] = useState<string>();
  const [note, setNote] = useState('');
  const act = useAct(routes.reportFault, {
    onDone: () => {
      setCode(undefined);
      setNote('');
    },
  });
  const faults = kinds.data?.items.find((kind) => kind.code === device.kindCode)?.faults ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== undefined) act.mutate({ params: { id: device.id }, body: { code, note } });
      }}
    >
      <label htmlFor={kindId}>{t('fault')}</label>
      <Select<string>
        id={kindId}
        style={{ width: '100%' }}
        value={code ?? null}
        onChange={setCode}
        options={faults.map((fault) => ({
          value: fault.code,
          label: t.language === 'en' ? fault.nameEn : fault.nameZh,
        }))}
      />
      <label htmlFor={noteId}>{t('note')}</label>
      <Input
        id={noteId}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="ow-device-acts">
        <Button htmlType="submit" disabled={code === undefined} loading={act.isPending}>
          {t('report')}
        </Button>
      </div>
      <ProblemNotice problem={act.error} />
    </form>
  );
}
