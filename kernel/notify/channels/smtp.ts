import { createTransport } from 'nodemailer';

import type { Channel } from './channel.ts';

const PATIENCE_MS = 20_000;

/** E-mail through an SMTP server. The Message-ID is made of the message's id, so servers drop a repeat. */
export function createSmtpChannel(url: string, from: string): Channel {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const domain = from.split('@').at(-1) ?? 'localhost';
  return {
    deliver: async (message) => {
      await transport.sendMail({
        from,
        messageId: `<${message.messageId}@${domain}>`,
        to: message.address,
        subject: message.subject,
        text: message.link === '' ? message.body : `${message.body}\n\n${message.link}`,
      });
    },
  };
}
