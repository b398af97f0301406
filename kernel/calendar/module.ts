import { serve } from '../http/handler.ts';
import { defineModule } from '../module/module.ts';
import { createCalendarApi } from './calendar-api.ts';
import { events, permissions, problems, routes } from './contract.ts';
import type { CalendarDeps } from './deps.ts';
import { listYears } from './list-years.ts';
import { saveYear, withdrawYear } from './save-year.ts';

/** kernel/calendar: the notices on days off as data, those of the centre before those of the software. */
export const calendar = defineModule({
  name: 'kernel/calendar',
  title: { 'zh-CN': '工作日历', en: 'Working-day calendar' },
  permissions: Object.values(permissions),
  events: Object.values(events),
  problems: Object.values(problems),
  routes,
  create: (deps: CalendarDeps) => ({
    api: createCalendarApi(),
    routes: [
      serve(routes.listYears, ({ actor }) => listYears(deps, actor)),
      serve(routes.saveYear, ({ actor, params, body, once }) =>
        saveYear(deps, actor, params.year, body, once),
      ),
      serve(routes.withdrawYear, ({ actor, params, body, once }) =>
        withdrawYear(deps, actor, params.year, body.reason, once),
      ),
    ],
  }),
});
