import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  employeeNoTaken: problem('staff/employee-no-taken', 409, {
    'zh-CN': '工号 {employeeNo} 已有人使用。',
    en: 'The employee number {employeeNo} is taken.',
  }),
  unknownPost: problem('staff/unknown-post', 422, {
    'zh-CN': '没有这个岗位：{post}。',
    en: 'There is no such post: {post}.',
  }),
  unknownPlace: problem('staff/unknown-place', 422, {
    'zh-CN': '所选的科室、部门、服务点、分区或窗口不存在，或不在同一处。',
    en: 'The office, department, site, zone or window does not exist, or they are not in one place.',
  }),
  quotaReached: problem('staff/quota-reached', 409, {
    'zh-CN': '非编人员核定 {quota} 名，现有 {count} 名，不能再增加。',
    en: 'The quota of contract staff is {quota}; there are {count}, so none can be added.',
  }),
  rolesBySecurity: problem('staff/roles-by-security', 403, {
    'zh-CN': '角色由安全管理员授予，人员表不能改动工号 {employeeNo} 的角色。',
    en: 'Roles are granted by the security administrator; the sheet cannot change those of {employeeNo}.',
  }),
  hasLeft: problem('staff/has-left', 409, {
    'zh-CN': '{name}已于 {day} 离岗。',
    en: '{name} left the centre on {day}.',
  }),
  leavesBeforeJoining: problem('staff/leaves-before-joining', 422, {
    'zh-CN': '离岗日期不能早于到岗日期 {day}。',
    en: 'Nobody leaves before the day of joining, {day}.',
  }),
  notOneself: problem('staff/not-oneself', 403, {
    'zh-CN': '不能办理本人的事项，请由他人办理。',
    en: 'Nobody does this for themself; ask somebody else.',
  }),
  samePerson: problem('staff/same-person', 422, {
    'zh-CN': 'A角与B角不能是同一人。',
    en: 'Post A and post B are two different people.',
  }),
  alreadyStationed: problem('staff/already-stationed', 409, {
    'zh-CN': '{name}在 {from} 至 {to} 已是 {window} 窗口的A角，不能同时担任两个窗口的A角。',
    en: '{name} holds post A at window {window} from {from} to {to}, and nobody holds two at a time.',
  }),
  windowTaken: problem('staff/window-taken', 409, {
    'zh-CN': '{window} 窗口在 {from} 至 {to} 已安排AB角，请先结束原安排。',
    en: 'Window {window} is staffed from {from} to {to} already; end that first.',
  }),
  endsBeforeStart: problem('staff/ends-before-start', 422, {
    'zh-CN': '结束日期不能早于开始日期 {day}。',
    en: 'It cannot end before it begins on {day}.',
  }),
  rosterConflicts: problem('staff/roster-conflicts', 409, {
    'zh-CN': '排班有 {count} 处冲突，未保存。',
    en: 'The roster has {count} conflicts; nothing was saved.',
  }),
  unknownShift: problem('staff/unknown-shift', 422, {
    'zh-CN': '没有这个班次：{shift}。',
    en: 'There is no such shift: {shift}.',
  }),
  notOnStaff: problem('staff/not-on-staff', 409, {
    'zh-CN': '您的账号未关联人员档案，请联系人事管理员。',
    en: 'Your account belongs to nobody in the register of staff; ask the personnel office.',
  }),
  leaveOverlaps: problem('staff/leave-overlaps', 409, {
    'zh-CN': '与 {from} 至 {to} 的请假重叠。',
    en: 'It overlaps the leave from {from} to {to}.',
  }),
  leaveDecided: problem('staff/leave-decided', 409, {
    'zh-CN': '这份请假已处理完毕，不能再改。',
    en: 'This leave is settled and cannot be changed.',
  }),
} as const;
