import { definePages } from '#web/kit/pages.ts';
import { defineSearch } from '#web/kit/search.ts';

import { permissions } from '../contract.ts';

export const pages = definePages([
  {
    surface: 'console',
    path: '/staff/people',
    title: { 'zh-CN': '人员', en: 'Staff' },
    hint: { 'zh-CN': '在编、非编和派驻人员的档案', en: 'Everybody who works in the centre' },
    group: 'registry',
    order: 60,
    icon: 'people',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '工号 岗位 在编 非编 派驻 花名册', en: 'employees posts personnel' },
    load: () => import('./console/PeoplePage.tsx').then((file) => file.PeoplePage),
  },
  {
    surface: 'console',
    path: '/staff/people/$personId',
    title: { 'zh-CN': '人员档案', en: 'Person' },
    group: 'registry',
    permission: permissions.view,
    load: () => import('./console/PersonPage.tsx').then((file) => file.PersonPage),
  },
  {
    surface: 'console',
    path: '/staff/stationing',
    title: { 'zh-CN': '窗口岗位AB角', en: 'Windows and their people' },
    hint: { 'zh-CN': '每个窗口由谁在岗、谁顶岗', en: 'Who stands at each window, and who covers' },
    group: 'hall',
    order: 30,
    icon: 'person',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '派驻 顶岗', en: 'stationing cover' },
    load: () => import('./stationing/BoardPage.tsx').then((file) => file.BoardPage),
  },
  {
    surface: 'console',
    path: '/staff/roster',
    title: { 'zh-CN': '排班', en: 'Roster' },
    hint: { 'zh-CN': '一周一张表，按班次排班', en: 'Shifts, a week at a time' },
    group: 'hall',
    order: 40,
    icon: 'calendar',
    permission: permissions.view,
    alsoCalled: { 'zh-CN': '班次 值班', en: 'shifts' },
    load: () => import('./roster/RosterPage.tsx').then((file) => file.RosterPage),
    keys: [
      { keys: 'PageDown', does: { 'zh-CN': '下一周', en: 'Next week' } },
      { keys: 'PageUp', does: { 'zh-CN': '上一周', en: 'Week before' } },
    ],
  },
  {
    surface: 'console',
    path: '/staff/leave',
    title: { 'zh-CN': '请假审批', en: 'Leave' },
    hint: { 'zh-CN': '看清对窗口的影响后审批', en: 'Decide leave, seeing who covers' },
    group: 'hall',
    order: 50,
    icon: 'clock',
    permission: permissions.approveLeave,
    load: () => import('./leave/LeavePage.tsx').then((file) => file.LeavePage),
  },
  {
    surface: 'desk',
    path: '/my-roster',
    title: { 'zh-CN': '我的排班', en: 'My roster' },
    hint: { 'zh-CN': '我在哪天、哪个窗口、什么班次', en: 'My shifts and windows' },
    group: 'work',
    order: 80,
    icon: 'calendar',
    permission: permissions.viewOwn,
    load: () => import('./desk/MyRosterPage.tsx').then((file) => file.MyRosterPage),
  },
  {
    surface: 'desk',
    path: '/my-leave',
    title: { 'zh-CN': '我的请假', en: 'My leave' },
    hint: { 'zh-CN': '申请请假，查看审批结果', en: 'Ask for leave and see what was decided' },
    group: 'work',
    order: 81,
    icon: 'clock',
    permission: permissions.viewOwn,
    load: () => import('./desk/MyLeavePage.tsx').then((file) => file.MyLeavePage),
  },
]);

export const searches = defineSearch([
  {
    name: 'staff.people',
    title: { 'zh-CN': '人员', en: 'Staff' },
    surfaces: ['console'],
    permission: permissions.view,
    find: (text, signal) =>
      import('./parts/find-people.ts').then(({ findPeople }) => findPeople(text, signal)),
  },
]);
