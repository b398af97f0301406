import type { Channel } from './channel.ts';

const PATIENCE_MS = 10_000;

/**
 * SMS or app push through an HTTP gateway:
 * `POST url` with `Authorization: Bearer token`, `Idempotency-Key: <message id>` and the JSON
 * `{ id, to, template, title, text, link, locale }`; 2xx means taken. Anything else is tried again by the job.
 * docs/reference/gateway.md describes it for those who put a provider behind it.
 */
export function createGatewayChannel(url: string, token: string): Channel {
  return {
    deliver: async (message) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'idempotency-key': message.messageId,
        },
        body: JSON.stringify({
          id: message.messageId,
          to: message.address,
          template: message.template,
          title: message.subject,
          text: message.body,
          link: message.link,
          locale: message.locale,
        }),
        // A POST that is sent elsewhere becomes a GET, whose answer says nothing of the message.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!answer.ok) throw new Error(`The gateway answered ${answer.status}`);
    },
  };
}
