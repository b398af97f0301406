import { Gauge } from 'prom-client';

import { registry } from '../observe/metrics.ts';

export const unsealedSeconds = new Gauge({
  name: 'onewindow_audit_unsealed_seconds',
  help: 'Age of the oldest audit entry that is not yet in its chain.',
  registers: [registry],
});
