import { type CaseAct, routes } from '../../../contract.ts';
import { ActDrawer, type ActFormProps } from './ActDrawer.tsx';

/** Acts that need no word beside the act itself. */
const contracts = {
  take: routes.takeCase,
  receive: routes.receiveCase,
  'receive-from-proxy': routes.receiveCase,
  'check-form': routes.checkForm,
  'confirm-withdrawal': routes.confirmWithdrawal,
  'begin-certifying': routes.beginCertifying,
  archive: routes.archiveCase,
} as const satisfies Partial<Record<CaseAct, unknown>>;

const plain = (act: keyof typeof contracts) =>
  function PlainForm(props: ActFormProps) {
    return <ActDrawer {...props} act={act} contract={contracts[act]} />;
  };

export const TakeForm = plain('take');
export const ReceiveForm = plain('receive');
export const ReceiveFromProxyForm = plain('receive-from-proxy');
export const CheckFormForm = plain('check-form');
export const ConfirmWithdrawalForm = plain('confirm-withdrawal');
export const BeginCertifyingForm = plain('begin-certifying');
export const ArchiveForm = plain('archive');
