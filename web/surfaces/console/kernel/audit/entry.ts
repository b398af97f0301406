import type { routes } from '#kernel/audit/contract.ts';

import type { AnswerTo } from '../../../../client/index.ts';

export type Entry = AnswerTo<typeof routes.search>['items'][number];
