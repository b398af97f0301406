import { openDatabase } from '#kernel/db/database.ts';

import { openBenchApp } from './bench-app.ts';
import { readConnection, serveParent } from './child.ts';
import { identifyByHeader } from './hall-people.ts';

// The whole server as a process of its own, which takes the clerks of the hall at their word.
const database = openDatabase({ connection: readConnection(), poolSize: 12 });
const app = await openBenchApp(database, { identify: identifyByHeader });
const base = await app.http.listen({ port: 0, host: '127.0.0.1' });
serveParent(base, async () => {
  await app.close();
  await database.close();
});
