import { get, type IncomingMessage } from 'node:http';

/** Opens one connection, and calls back for each event that comes. */
export function follow(
  base: string,
  hear: (number: number, sentAt: number) => void,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(`${base}/api/v1/live?topics=bench`, { agent: false }, (response) => {
      response.setEncoding('utf8');
      let rest = '';
      response.on('data', (chunk: string) => {
        const frames = `${rest}${chunk}`.split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) hearFrame(frame, hear);
      });
      response.on('error', () => undefined);
      if (response.statusCode === 200) resolve(response);
      else reject(new Error(`The live channel answered ${response.statusCode}`));
    });
    request.on('error', reject);
  });
}

function hearFrame(frame: string, hear: (number: number, sentAt: number) => void): void {
  if (!frame.includes('event: news')) return;
  const data = /^data: (.*)$/m.exec(frame)?.[1] ?? '[]';
  const events = JSON.parse(data) as Array<{ payload: { number: number; sentAt: number } }>;
  for (const { payload } of events) hear(payload.number, payload.sentAt);
}
