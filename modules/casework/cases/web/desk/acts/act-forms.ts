import type { ComponentType } from 'react';

import type { CaseAct } from '../../../contract.ts';
import type { ActFormProps } from './ActDrawer.tsx';
import * as ending from './forms-ending.tsx';
import * as handling from './forms-handling.tsx';
import * as intake from './forms-intake.tsx';
import * as opinions from './forms-opinions.tsx';
import * as result from './forms-result.tsx';
import * as plain from './plain-acts.tsx';

/** The form of each act that one of the staff can do on a case; others have a page of their own or are the software’s. */
export const actForms: Readonly<Partial<Record<CaseAct, ComponentType<ActFormProps>>>> = {
  receive: plain.ReceiveForm,
  'receive-from-proxy': plain.ReceiveFromProxyForm,
  'check-form': plain.CheckFormForm,
  'send-to-owner': intake.SendToOwnerForm,
  'check-papers': intake.CheckPapersForm,
  'tell-correction': intake.TellCorrectionForm,
  resubmit: intake.ResubmitForm,
  accept: intake.AcceptForm,
  refuse: intake.RefuseForm,
  'not-needed': intake.NotNeededForm,
  supplement: intake.SupplementForm,
  assign: handling.AssignForm,
  take: plain.TakeForm,
  delegate: handling.DelegateForm,
  'start-special': handling.StartSpecialForm,
  'end-special': handling.EndSpecialForm,
  extend: handling.ExtendForm,
  'ask-opinion': opinions.AskOpinionForm,
  'give-opinion': opinions.GiveOpinionForm,
  'inform-third-parties': handling.InformForm,
  examine: handling.ExamineForm,
  approve: handling.ApproveForm,
  deny: handling.DenyForm,
  'begin-certifying': plain.BeginCertifyingForm,
  issue: result.IssueForm,
  dispatch: result.DispatchForm,
  deliver: result.DeliverForm,
  'send-result-back': result.SendBackForm,
  'hand-over': result.HandOverForm,
  archive: plain.ArchiveForm,
  'ask-withdrawal': ending.AskWithdrawalForm,
  'confirm-withdrawal': plain.ConfirmWithdrawalForm,
  'continue-handling': ending.ContinueForm,
  terminate: ending.TerminateForm,
  transfer: ending.TransferForm,
  revoke: ending.RevokeForm,
  'decide-again': ending.DecideAgainForm,
  inspect: ending.InspectForm,
  'write-message': handling.MessageForm,
};

/** What moves a case forward stands out; what ends or stops it does not. */
export const forward: ReadonlySet<CaseAct> = new Set([
  'receive',
  'receive-from-proxy',
  'accept',
  'take',
  'examine',
  'approve',
  'begin-certifying',
  'issue',
  'deliver',
  'hand-over',
  'archive',
  'give-opinion',
  'supplement',
  'resubmit',
  'end-special',
  'inspect',
]);
