import { Form } from 'antd';

import { useCall } from '#web/client/index.ts';
import {
  ContractForm,
  Field,
  StatusTag,
  TimeText,
  useContractForm,
  WithAnswer,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type PrinterSettings, PrinterTransport, type PrintJob, routes } from '../../contract.ts';
import { messages } from './printer-messages.ts';

/** How a device prints, and its last slips: each printed once, or with the reason why not. */
export function PrinterOf({
  deviceId,
  mayChange,
}: {
  readonly deviceId: string;
  readonly mayChange: boolean;
}) {
  const t = useWords(messages);
  const answer = useCall(routes.getPrinter, { params: { id: deviceId } }, { freshMs: 5_000 });
  return (
    <section className="ow-drawer-part">
      <h3>{t('printer')}</h3>
      <WithAnswer answer={answer}>
        {({ settings, jobs }) => (
          <>
            {mayChange ? (
              <PrinterForm key={JSON.stringify(settings)} deviceId={deviceId} settings={settings} />
            ) : (
              <p>{settings === null ? t('none') : t(`transport.${settings.transport}`)}</p>
            )}
            <Jobs jobs={jobs} />
          </>
        )}
      </WithAnswer>
    </section>
  );
}

const EMPTY: PrinterSettings = { transport: 'network', roll: 80, host: '', port: 9100 };

interface PrinterFormProps {
  readonly deviceId: string;
  readonly settings: PrinterSettings | null;
}

function PrinterForm({ deviceId, settings }: PrinterFormProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.savePrinter, {
    params: { id: deviceId },
    initial: settings ?? EMPTY,
    done: t('saved'),
  });
  return (
    <ContractForm form={form}>
      <Field
        form={form}
        name="transport"
        label={t('transport')}
        options={PrinterTransport.options.map((value) => ({
          value,
          label: t(`transport.${value}`),
        }))}
      />
      <Field form={form} name="roll" label={t('roll')}>
        <RollField />
      </Field>
      <Form.Item noStyle dependencies={['transport']}>
        {() =>
          form.form.getFieldValue('transport') === 'network' ? (
            <>
              <Field form={form} name="host" label={t('host')} />
              <Field form={form} name="port" label={t('port')} />
            </>
          ) : null
        }
      </Form.Item>
    </ContractForm>
  );
}

const ROLLS = [58, 80] as const;
type Roll = PrinterSettings['roll'];

function RollField(props: {
  readonly id?: string;
  readonly value?: Roll;
  readonly onChange?: (value: Roll) => void;
}) {
  const t = useWords(messages);
  return (
    <span id={props.id} role="radiogroup">
      {ROLLS.map((roll) => (
        <label key={roll}>
          <input
            type="radio"
            name="roll"
            checked={props.value === roll}
            onChange={() => props.onChange?.(roll)}
          />{' '}
          {t('millimetres', { roll })}{' '}
        </label>
      ))}
    </span>
  );
}

const TONES = { printed: 'good', sending: 'busy', failed: 'bad', unknown: 'warn' } as const;
const SHOWN = 8;

function Jobs({ jobs }: { readonly jobs: readonly PrintJob[] }) {
  const t = useWords(messages);
  if (jobs.length === 0) return <p>{t('noJobs')}</p>;
  return (
    <ul className="ow-device-list">
      {jobs.slice(0, SHOWN).map((job) => (
        <li key={job.jobId}>
          {job.title} <StatusTag tone={TONES[job.state]}>{t(`job.${job.state}`)}</StatusTag>
          <small>
            <TimeText at={job.requestedAt} />
            {job.trouble === null ? '' : ` · ${t(`trouble.${job.trouble}`)}`}
            {job.reprintOf === null ? '' : ` · ${t('reprint')}`}
          </small>
        </li>
      ))}
    </ul>
  );
}
