import { z } from 'zod';

import { route } from '#kernel/http/contract.ts';

/** Routes of the server itself: probes, metrics, the description of the interface. */
export const systemRoutes = {
  healthz: route({
    name: 'system.healthz',
    method: 'GET',
    path: '/healthz',
    summary: 'The process is alive',
    admission: 'public',
    response: z.object({ alive: z.literal(true) }),
    ratePerMinute: 6000,
  }),
  readyz: route({
    name: 'system.readyz',
    method: 'GET',
    path: '/readyz',
    summary: 'The process serves: its database answers',
    admission: 'public',
    response: z.object({ ready: z.literal(true) }),
    ratePerMinute: 6000,
  }),
  metrics: route({
    name: 'system.metrics',
    method: 'GET',
    path: '/metrics',
    summary: 'Metrics for Prometheus; only from this machine or with METRICS_TOKEN as bearer',
    admission: 'public',
    answers: 'bytes',
    ratePerMinute: 600,
  }),
  openApi: route({
    name: 'system.openApi',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'OpenAPI 3.1 of every route',
    admission: 'public',
    answers: 'bytes',
  }),
} as const;
