import { join } from 'node:path';

import { anonymousActor } from '#kernel/access/system-actor.ts';
import { openDatabase } from '#kernel/db/database.ts';
import { startEmbedded } from '#kernel/db/embedded/index.ts';
import { createBackground } from '#server/background.ts';

import { openBenchApp } from './bench-app.ts';
import { benchPeople } from './cases-setup.ts';

// The process that is killed: the whole server with its background work, on its own database and port.

const [, , home = '', port = '0'] = process.argv;

const embedded = await startEmbedded({ dataDir: join(home, 'postgres') });
const database = openDatabase({ connection: embedded.connection, poolSize: 16 });
const app = await openBenchApp(database, {
  dataDir: join(home, 'files'),
  identify: async ({ headers }) => {
    const name = headers['x-actor'];
    return { actor: name === 'a' || name === 'b' ? benchPeople[name] : anonymousActor(1) };
  },
});
await app.http.listen({ port: Number(port), host: '127.0.0.1' });
createBackground(app.foundation, app.running).start();
process.stdout.write('ready\n');
