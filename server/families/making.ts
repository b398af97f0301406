import type { AccessApi } from '#kernel/access/index.ts';
import type { CalendarApi } from '#kernel/calendar/calendar-api.ts';
import type { FilesApi } from '#kernel/files/api.ts';
import type { Measure } from '#kernel/module/measure.ts';
import type { ModuleInstance } from '#kernel/module/module.ts';
import type { NotifyApi } from '#kernel/notify/module.ts';

import type { Foundation } from '../kernel.ts';

/** What every family of modules is made with. */
export interface Making {
  /** Adds a module that was made, and gives its door. */
  readonly add: <Api>(instance: ModuleInstance<Api>) => Api;
  readonly foundation: Foundation;
  /** Parts of the kernel that modules call. */
  readonly kernel: {
    readonly access: AccessApi;
    readonly calendar: CalendarApi;
    readonly files: FilesApi;
    readonly notify: NotifyApi;
  };
  /** Every measure that a module declares, known when all are made. */
  readonly measures: () => readonly Measure[];
}
