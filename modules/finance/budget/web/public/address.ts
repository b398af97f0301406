import { z } from 'zod';

/** What the address of the page says. */
export const BudgetAddress = z.object({ year: z.coerce.number().int().optional() });
