import type { FastifyInstance } from 'fastify';

import { type Centre, listCentres } from '#kernel/centre/centre.ts';
import { hmacSm3 } from '#kernel/crypto/sm3.ts';
import { keepStandinCarrier } from '#modules/fulfilment/courier/index.ts';
import { createStandinCarrier, MOUNT as CARRIER } from '#standins/carrier/index.ts';
import { createIdentityProvider } from '#standins/identity/index.ts';

import { listDemonstrationPeople } from './demonstration-people.ts';
import type { Foundation } from './kernel.ts';
import { centreFolder } from './prepare-centre.ts';

/** Mounts the outside services that run here for a demonstration, and say so on screen. Production has none. */
export async function mountStandins(http: FastifyInstance, foundation: Foundation): Promise<void> {
  const { config, database } = foundation;
  if (config.mode === 'production') return;
  const [centre] = await listCentres(database.db);
  if (centre === undefined) return;
  await mountCarrier(http, foundation, centre);
  if (config.identity.issuer === undefined) await mountIdentity(http, foundation, centre);
}

async function mountIdentity(
  http: FastifyInstance,
  { config, secrets, database, clock }: Foundation,
  centre: Centre,
): Promise<void> {
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

/** Parcels of a demonstration move by themselves: the centre knows this carrier where it has no other. */
async function mountCarrier(
  http: FastifyInstance,
  foundation: Foundation,
  { centreId }: Centre,
): Promise<void> {
  const { config, secrets, database, clock } = foundation;
  const { publicUrl } = config.http;
  // Both sides are this process; the secret only has to be the same after a restart.
  const secret = hmacSm3(Buffer.from(secrets.oidcClientSecret), 'standin-carrier').toString('hex');
  await http.register(createStandinCarrier({ database, clock, centreId, publicUrl, secret }));
  await keepStandinCarrier(foundation, centreId, { endpoint: `${publicUrl}${CARRIER}`, secret });
}
