import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

import type { BodyInput, RouteContract } from '#kernel/http/contract.ts';
import { commonProblems } from '#kernel/problems/contract.ts';
import { useCall } from '#web/client/index.ts';
import {
  type ContractFormState,
  FormDrawer,
  Notice,
  useContractForm,
  useLanguage,
} from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type CaseAct, type CaseInFull, routes, transitions } from '../../../contract.ts';
import { messages } from './messages.ts';

export interface ActFormProps {
  readonly file: CaseInFull;
  readonly onClose: () => void;
}

interface ActDrawerProps<C> extends ActFormProps {
  readonly act: CaseAct;
  readonly contract: C;
  readonly initial?: Partial<NonNullable<BodyInput<C>>>;
  readonly children?: (form: ContractFormState<C>) => ReactNode;
}

/**
 * The form of one act. It carries the version that was seen when it was opened; when somebody else was first,
 * it says who, and the newest can be loaded without losing what was typed.
 */
export function ActDrawer<C extends RouteContract>(props: ActDrawerProps<C>) {
  const { act, contract, file, initial, onClose, children } = props;
  const t = useWords(messages);
  const { say } = useLanguage();
  const title = say(transitions[act].title);
  const form = useContractForm(contract, {
    params: { id: file.id } as never,
    initial: { version: file.version, ...initial } as never,
    done: `${title} · ${t('done')}`,
    onDone: onClose,
  });
  return (
    <FormDrawer form={form} title={title} isOpen onClose={onClose} submitLabel={title}>
      <Stale form={form} caseId={file.id} />
      {children?.(form) ?? <p className="ow-form-hint">{t('confirmHint')}</p>}
    </FormDrawer>
  );
}

function Stale<C extends RouteContract>({
  form,
  caseId,
}: {
  readonly form: ContractFormState<C>;
  readonly caseId: string;
}) {
  const t = useWords(messages);
  const newest = useCall(routes.getCase, { params: { id: caseId } }, { enabled: false });
  const [loaded, setLoaded] = useState<unknown>(undefined);
  const { problem } = form;
  if (problem?.is(commonProblems.staleVersion) !== true) return null;
  const load = async () => {
    const { data } = await newest.refetch();
    if (data === undefined) return;
    form.form.setFieldValue('version', data.version);
    setLoaded(problem);
  };
  if (loaded === problem) return <Notice tone="good" title={t('loaded')} />;
  return (
    <Notice
      tone="warn"
      title={problem.title}
      actions={
        <Button type="primary" loading={newest.isFetching} onClick={() => void load()}>
          {t('loadNewest')}
        </Button>
      }
    >
      <p>{t('stale')}</p>
    </Notice>
  );
}
