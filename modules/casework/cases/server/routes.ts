import type { ServedRoute } from '#kernel/http/handler.ts';

import type { CasesDeps } from './deps.ts';
import { createArchiveRoutes } from './routes-archive.ts';
import { createDocumentRoutes } from './routes-documents.ts';
import { createHandlingRoutes } from './routes-handling.ts';
import { createIntakeRoutes } from './routes-intake.ts';
import { createLookRoutes } from './routes-look.ts';
import { createOwnRoutes } from './routes-own.ts';
import { createResultRoutes } from './routes-result.ts';

export const createRoutes = (deps: CasesDeps): ServedRoute[] => [
  ...createLookRoutes(deps),
  ...createIntakeRoutes(deps),
  ...createHandlingRoutes(deps),
  ...createResultRoutes(deps),
  ...createOwnRoutes(deps),
  ...createDocumentRoutes(deps),
  ...createArchiveRoutes(deps),
];
