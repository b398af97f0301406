import { Form } from 'antd';

import type {
  Answers,
  Form as ApplicationForm,
  FormValues,
} from '#modules/casework/matters/contract.ts';
import { FormFill } from '#modules/casework/matters/web/parts.ts';
import { Field } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { routes } from '../../../contract.ts';
import { messages as words } from '../../parts/messages.ts';
import { useItem } from '../file/use-item.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';
import { CorrectionItems } from './CorrectionItems.tsx';
import { OneFileField } from './FilesField.tsx';
import { messages } from './messages.ts';
import { DEFAULT_REMEDY } from './official-texts.ts';
import { PaperChecks } from './PaperChecks.tsx';

/** 一次告知: begins with what the check of the papers found. */
export function TellCorrectionForm(props: ActFormProps) {
  const t = useWords(messages);
  const { file } = props;
  const found = file.papers
    .filter(({ state, need }) => state === 'unfit' || (state === 'missing' && need === 'required'))
    .map(({ key, note }) => ({ paperKey: key, defect: note, howToFix: '' }));
  const items = found.length > 0 ? found : [{ defect: '', howToFix: '' }];
  return (
    <ActDrawer
      {...props}
      act="tell-correction"
      contract={routes.tellCorrection}
      initial={{ items }}
    >
      {(form) => (
        <>
          <Field form={form} name="items" label={t('items')}>
            <CorrectionItems papers={file.papers} isLater={file.corrections.length > 0} />
          </Field>
          <Field
            form={form}
            name="dueOn"
            label={t('correctionDue')}
            hint={t('correctionDueHint')}
          />
        </>
      )}
    </ActDrawer>
  );
}

export function CheckPapersForm(props: ActFormProps) {
  const t = useWords(messages);
  const papers = props.file.papers.filter(({ need }) => need !== 'exempt');
  return (
    <ActDrawer {...props} act="check-papers" contract={routes.checkPapers} initial={{ papers: [] }}>
      {(form) => (
        <Field form={form} name="papers" label={t('papers')}>
          <PaperChecks
            papers={papers}
            states={['accepted', 'pending', 'unfit', 'deferred', 'missing']}
          />
        </Field>
      )}
    </ActDrawer>
  );
}

export function AcceptForm(props: ActFormProps) {
  const t = useWords(messages);
  const w = useWords(words);
  const isTolerant = props.file.papers.some(({ state }) => state === 'deferred');
  return (
    <ActDrawer
      {...props}
      act="accept"
      contract={routes.acceptCase}
      initial={{ mode: isTolerant ? 'tolerant' : 'complete', promised: false }}
    >
      {(form) => (
        <>
          <Field
            form={form}
            name="mode"
            label={t('mode')}
            options={(['complete', 'tolerant', 'promise'] as const).map((mode) => ({
              value: mode,
              label: w(`mode.${mode}`),
            }))}
          />
          <Form.Item noStyle dependencies={['mode']}>
            {() => {
              const mode: unknown = form.form.getFieldValue('mode');
              if (mode === 'complete') return null;
              return (
                <>
                  {mode === 'tolerant' ? (
                    <Field
                      form={form}
                      name="supplementDueOn"
                      label={t('supplementDueOn')}
                      hint={t('supplementHint')}
                    />
                  ) : null}
                  <Field form={form} name="promised" label={t('promised')} />
                  <Field form={form} name="promiseFileId" label={t('promiseFile')}>
                    <OneFileField label={t('promiseFile')} />
                  </Field>
                </>
              );
            }}
          </Form.Item>
        </>
      )}
    </ActDrawer>
  );
}

export function RefuseForm(props: ActFormProps) {
  const t = useWords(messages);
  const initial = { remedy: DEFAULT_REMEDY };
  return (
    <ActDrawer {...props} act="refuse" contract={routes.refuseCase} initial={initial}>
      {(form) => (
        <>
          <Field form={form} name="authority" label={t('authority')} />
          <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />
          <Field form={form} name="remedy" label={t('remedy')} />
        </>
      )}
    </ActDrawer>
  );
}

export function NotNeededForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="not-needed" contract={routes.sayNotNeeded}>
      {(form) => <Field form={form} name="reason" label={t('reason')} hint={t('reasonShown')} />}
    </ActDrawer>
  );
}

export function ResubmitForm(props: ActFormProps) {
  const t = useWords(messages);
  const { file } = props;
  const { item } = useItem(file);
  const papers = file.papers.filter(({ need }) => need !== 'exempt');
  return (
    <ActDrawer
      {...props}
      act="resubmit"
      contract={routes.resubmitAtWindow}
      initial={{ papers: [] }}
    >
      {(form) => (
        <>
          <Field form={form} name="papers" label={t('supplements')}>
            <PaperChecks papers={papers} states={['accepted', 'pending', 'unfit']} />
          </Field>
          {item === undefined ? null : (
            <Field form={form} name="form" label={t('wholeForm')}>
              <CorrectedForm form={item.form} answers={file.answers} before={file.form} />
            </Field>
          )}
        </>
      )}
    </ActDrawer>
  );
}

interface CorrectedFormProps {
  readonly form: ApplicationForm;
  readonly answers: Answers;
  readonly before: FormValues;
  readonly value?: FormValues;
  readonly onChange?: (values: FormValues) => void;
}

/** The form as it was handed in, to be mended; untouched it is not sent. */
function CorrectedForm({ form, answers, before, value, onChange }: CorrectedFormProps) {
  return (
    <FormFill
      form={form}
      answers={answers}
      values={value ?? before}
      isChecked
      filePurpose="cases.paper"
      signaturePurpose="cases.signature"
      onChange={(values) => onChange?.(values)}
    />
  );
}

export function SupplementForm(props: ActFormProps) {
  const t = useWords(messages);
  const papers = props.file.papers.filter(({ state }) => state === 'deferred');
  return (
    <ActDrawer
      {...props}
      act="supplement"
      contract={routes.supplementAtWindow}
      initial={{ papers: [] }}
    >
      {(form) => (
        <Field form={form} name="papers" label={t('supplements')}>
          <PaperChecks papers={papers} states={['accepted', 'unfit']} />
        </Field>
      )}
    </ActDrawer>
  );
}

export function SendToOwnerForm(props: ActFormProps) {
  const t = useWords(messages);
  return (
    <ActDrawer {...props} act="send-to-owner" contract={routes.sendToOwner}>
      {(form) => <Field form={form} name="trackingNo" label={t('trackingNo')} />}
    </ActDrawer>
  );
}
