import { cases } from '#modules/casework/cases/server/module.ts';
import { licences } from '#modules/casework/licences/server/module.ts';
import { matters } from '#modules/casework/matters/server/module.ts';
import { premises } from '#modules/casework/premises/server/module.ts';

import { installationSigner } from '../kernel-parts.ts';
import { sheets } from '../sheets.ts';
import type { Making } from './making.ts';
import type { Registry } from './registry.ts';

export type Casework = ReturnType<typeof makeCasework>;

/** What can be applied for, what is issued, and the cases between. */
export function makeCasework({ add, foundation, kernel }: Making, registry: Registry) {
  const signer = installationSigner(foundation);
  const { publicUrl } = foundation.config.http;
  const { organisation, staff, parties, holds } = registry;
  const premisesApi = add(
    premises.create({
      ...foundation,
      publicUrl,
      sheets,
      organisation,
      parties,
      calendar: kernel.calendar,
      files: kernel.files,
      notify: kernel.notify,
    }),
  );
  const mattersApi = add(matters.create({ ...foundation, files: kernel.files }));
  const licencesApi = add(
    licences.create({
      ...foundation,
      signer,
      publicUrl,
      organisation,
      parties,
      notify: kernel.notify,
    }),
  );
  const casesApi = add(
    cases.create({
      ...foundation,
      signer,
      publicUrl,
      isDemonstration: foundation.secrets.isDemonstration,
      calendar: kernel.calendar,
      organisation,
      staff,
      parties,
      files: kernel.files,
      notify: kernel.notify,
      premises: premisesApi,
      matters: mattersApi,
      licences: licencesApi,
    }),
  );
  holds.plug(async (...asked) =>
    (await Promise.all([licencesApi, casesApi].map((api) => api.listHolds(...asked)))).flat(),
  );
  return { premises: premisesApi, matters: mattersApi, licences: licencesApi, cases: casesApi };
}
