import type { Clock } from '../clock/clock.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Database } from '../db/database.ts';
import type { Channel } from './channels/channel.ts';
import type { ChannelName } from './contract.ts';

export interface NotifyDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly cipher: FieldCipher;
  readonly publicUrl: string;
  /** The ways out that are configured. A demonstration has none: messages are shown in its outbox. */
  readonly channels: Partial<Record<Exclude<ChannelName, 'inbox'>, Channel>>;
  readonly isDemonstration: boolean;
}
