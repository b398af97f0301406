import { openDatabase } from '#kernel/db/database.ts';

import { openBenchApp } from './bench-app.ts';
import { readConnection, serveParent } from './child.ts';

// The whole server as a process of its own, until the parent ends.
const database = openDatabase({ connection: readConnection(), poolSize: 16 });
const app = await openBenchApp(database);
const base = await app.http.listen({ port: 0, host: '127.0.0.1' });
serveParent(base, async () => {
  await app.close();
  await database.close();
});
