import { type MayDo, problems } from '../../contract.ts';

/** Whether an act can be begun. A form that is incomplete is what handing in corrections puts right. */
export const isOpen = ({ act, blocked }: MayDo): boolean =>
  blocked === null || (act === 'resubmit' && blocked.code === problems.formIncomplete.code);
