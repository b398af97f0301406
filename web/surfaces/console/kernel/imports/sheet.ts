import type { routes } from '#kernel/imports/contract.ts';

import type { AnswerTo } from '../../../../client/index.ts';

export type Sheet = AnswerTo<typeof routes.listImporters>['items'][number];
