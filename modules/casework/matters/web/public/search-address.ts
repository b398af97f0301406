import { z } from 'zod';

/** What the address of the search keeps. */
export const SearchAddress = z.object({
  search: z.string().max(100).optional(),
  kind: z.enum(['matter', 'bundle']).optional(),
  audience: z.enum(['person', 'firm']).optional(),
  theme: z.string().max(50).optional(),
  departmentCode: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(500).optional(),
});
export type SearchAddress = z.infer<typeof SearchAddress>;
