import type { FastifyInstance } from 'fastify';

import { listCentres } from '#kernel/centre/centre.ts';
import { createIdentityProvider } from '#standins/identity/index.ts';

import { listDemonstrationPeople } from './demonstration-people.ts';
import type { Foundation } from './kernel.ts';
import { centreFolder } from './prepare-centre.ts';

/** Mounts the outside services that run here for a demonstration, and say so on screen. Production has none. */
export async function mountStandins(http: FastifyInstance, foundation: Foundation): Promise<void> {
  const { config, secrets, database, clock } = foundation;
  if (config.mode === 'production' || config.identity.issuer !== undefined) return;
  const [centre] = await listCentres(database.db);
  if (centre === undefined) return;
  // Read at the first sign-in, not at every start.
  let people: ReturnType<typeof listDemonstrationPeople> | undefined;
  await http.register(
    await createIdentityProvider({
      database,
      clock,
      centreId: centre.centreId,
      publicUrl: config.http.publicUrl,
      clientId: config.identity.clientId,
      clientSecret: secrets.oidcClientSecret,
      clientName: { 'zh-CN': centre.nameZh, en: centre.nameEn },
      people: () => (people ??= listDemonstrationPeople(centreFolder(config.centre))),
    }),
  );
}
