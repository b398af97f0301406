import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The process's metrics, as `/metrics` shows them. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'onewindow_' });

const events = new Counter({
  name: 'onewindow_events_total',
  help: 'Events written, by name.',
  labelNames: ['name'],
  registers: [registry],
});

const requests = new Histogram({
  name: 'onewindow_http_request_seconds',
  help: 'Time to answer, by route and status class.',
  labelNames: ['route', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

export const liveConnections = new Gauge({
  name: 'onewindow_live_connections',
  help: 'Open live channels.',
  registers: [registry],
});

export const jobsDone = new Counter({
  name: 'onewindow_jobs_total',
  help: 'Jobs finished, by name and outcome.',
  labelNames: ['name', 'outcome'],
  registers: [registry],
});

/** Counts one event once it is durable. */
export function countEvent(name: string): void {
  events.inc({ name });
}

/** Records how long a request took, in seconds. */
export function observeRequest(route: string, status: number, seconds: number): void {
  requests.observe({ route, status: `${Math.floor(status / 100)}xx` }, seconds);
}
