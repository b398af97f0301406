import type { Locale } from '../problems/contract.ts';
import type { ChannelName, MessageState } from './contract.ts';

export type MessageRow = {
  centre_id: number;
  message_id: string;
  channel: ChannelName;
  template: string;
  account_id: string | null;
  recipient_masked: string;
  address_sealed: string | null;
  locale: Locale;
  content_sealed: string;
  link: string;
  state: MessageState;
  attempts: number;
  failure: string;
  dedupe_key: string;
  created_by: string;
  created_at: Date;
  sent_at: Date | null;
  read_at: Date | null;
};

export type NotifyTables = { 'kernel.message': MessageRow };
