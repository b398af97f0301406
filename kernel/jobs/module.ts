import { serve } from '../http/handler.ts';
import { defineModule } from '../module/module.ts';
import { cancelJob, hurryJob, removeDeadJob, retryDeadJob, runSchedule } from './acts.ts';
import { permissions, problems, routes } from './contract-admin.ts';
import { getDeadJob, type JobAdminDeps, listDeadJobs, listJobs, listSchedules } from './lists.ts';

/** kernel/jobs: what an operator sees of background work, and may do about it. */
export const backgroundJobs = defineModule({
  name: 'kernel/jobs',
  title: { 'zh-CN': '后台任务', en: 'Background jobs' },
  permissions: Object.values(permissions),
  events: [],
  problems: Object.values(problems),
  routes,
  create: (deps: JobAdminDeps) => ({
    api: {},
    routes: [
      serve(routes.list, ({ actor, query }) => listJobs(deps, actor, query)),
      serve(routes.cancel, ({ actor, params, body }) =>
        cancelJob(deps, actor, params.id, body.reason),
      ),
      serve(routes.hurry, ({ actor, params }) => hurryJob(deps, actor, params.id)),
      serve(routes.listDead, ({ actor, query }) => listDeadJobs(deps, actor, query)),
      serve(routes.getDead, ({ actor, params }) => getDeadJob(deps, actor, params.id)),
      serve(routes.retryDead, ({ actor, params }) => retryDeadJob(deps, actor, params.id)),
      serve(routes.removeDead, ({ actor, params, body }) =>
        removeDeadJob(deps, actor, params.id, body.reason),
      ),
      serve(routes.listSchedules, ({ actor }) => listSchedules(deps, actor)),
      serve(routes.runSchedule, ({ actor, params }) => runSchedule(deps, actor, params.name)),
    ],
  }),
});
