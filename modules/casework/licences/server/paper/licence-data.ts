import { z } from 'zod';

import { Layout, PaperForm } from '../../contract.ts';

/** Everything that is printed on a licence, as it is printed. */
export const LicenceOnPaper = z.object({
  title: z.string(),
  titleEn: z.string(),
  /** 正本 or 副本; kinds without a duplicate print neither word. */
  form: PaperForm.nullable(),
  layout: Layout,
  number: z.string(),
  identifier: z.string(),
  holder: z.string(),
  holderIdentifier: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  members: z.array(
    z.object({ name: z.string(), number: z.string(), until: z.string(), state: z.string() }),
  ),
  validity: z.string(),
  authority: z.string(),
  issuedOn: z.string(),
  verifyUrl: z.string(),
});
export type LicenceOnPaper = z.infer<typeof LicenceOnPaper>;
