import { routes as files } from '#kernel/files/contract.ts';
import { Field, FormDrawer, UploadField, useContractForm } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type IndicatorNow, routes, type Target } from '../../contract.ts';
import { messages } from '../messages.ts';

const PURPOSE = 'performance.evidence';

interface RecordValueProps {
  readonly target: Target;
  readonly indicator: IndicatorNow;
  readonly onClose: () => void;
}

/** Records what a manual indicator has reached, with its evidence. */
export function RecordValue({ target, indicator, onClose }: RecordValueProps) {
  const t = useWords(messages);
  const form = useContractForm(routes.recordValue, {
    params: { id: target.id },
    initial: { indicatorId: indicator.id, asOf: target.until, fileId: null },
    done: t('saved'),
    onDone: onClose,
  });
  return (
    <FormDrawer
      form={form}
      title={t('recordOf', { name: indicator.level3 })}
      isOpen
      onClose={onClose}
    >
      <Field form={form} name="value" label={t('value')} hint={t('valueHint')} />
      <Field form={form} name="asOf" label={t('asOf')} />
      <Field form={form} name="evidence" label={t('evidence')} />
      <Field form={form} name="fileId" label={t('evidenceFile')}>
        <EvidenceFile />
      </Field>
    </FormDrawer>
  );
}

interface EvidenceFileProps {
  readonly onChange?: (fileId: string | null) => void;
}

/** A paper as a stored file; the field holds its id. */
function EvidenceFile({ onChange }: EvidenceFileProps) {
  const t = useWords(messages);
  return (
    <UploadField
      label={t('evidenceFile')}
      contract={files.uploadFiles}
      place={{ query: { purpose: PURPOSE } }}
      onDone={({ items }) => onChange?.(items[0]?.id ?? null)}
    />
  );
}
