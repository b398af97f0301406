import type { Identify } from '#kernel/http/identify.ts';
import { createApp } from '#server/app.ts';

import { createDrivenClock } from './driven-clock.ts';
import { Given, openFoundation } from './open-centre.ts';
import { obey } from './orders.ts';
import { identifyPeople } from './people.ts';
import { openForWatching } from './watching.ts';

// The server of a simulated centre as a process of its own: the product as it is, by a clock that is driven.
const given = Given.parse(JSON.parse(process.argv[2] ?? '{}'));
const clock = createDrivenClock(given.epochMs);
const foundation = openFoundation(given, clock);
const others = (): Identify => app.running.access.identify;
const app = await createApp(foundation, { identify: identifyPeople(others) });
const greeting = given.watch
  ? await openForWatching(app, foundation.config.http.publicUrl)
  : undefined;
await app.http.listen({ port: given.port, host: '127.0.0.1' });
obey({
  clock,
  ...(greeting === undefined ? {} : { greeting }),
  stop: async () => {
    await app.close();
    await foundation.database.close();
  },
});
