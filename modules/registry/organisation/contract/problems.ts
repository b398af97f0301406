import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  codeTaken: problem('organisation/code-taken', 409, {
    'zh-CN': '代码 {code} 已被使用。',
    en: 'The code {code} is already in use.',
  }),
  numberTaken: problem('organisation/number-taken', 409, {
    'zh-CN': '该服务点已有 {number} 号窗口。',
    en: 'This site already has a window {number}.',
  }),
  siteInUse: problem('organisation/site-in-use', 409, {
    'zh-CN': '该服务点还有 {count} 个窗口，请先停用窗口再撤销服务点。',
    en: 'This site still has {count} windows; close them before the site.',
  }),
  zoneInUse: problem('organisation/zone-in-use', 409, {
    'zh-CN': '该分区还有 {count} 个窗口，请先停用窗口或移到别的分区。',
    en: 'This zone still has {count} windows; close or move them first.',
  }),
  departmentInUse: problem('organisation/department-in-use', 409, {
    'zh-CN': '还有 {count} 个窗口办理该部门的业务，请先调整窗口。',
    en: '{count} windows still serve this department; change them first.',
  }),
  unknownReference: problem('organisation/unknown-reference', 422, {
    'zh-CN': '所选的服务点、分区或部门不存在。',
    en: 'The site, zone or department that was chosen does not exist.',
  }),
  zoneElsewhere: problem('organisation/zone-elsewhere', 422, {
    'zh-CN': '所选分区不在这个服务点。',
    en: 'The zone that was chosen belongs to another site.',
  }),
  placeClosed: problem('organisation/place-closed', 409, {
    'zh-CN': '所在服务点或分区已撤销，请先恢复。',
    en: 'Its site or zone is closed; reopen that first.',
  }),
  alreadyClosed: problem('organisation/already-closed', 409, {
    'zh-CN': '这条记录已停用。',
    en: 'This record is closed already.',
  }),
  notClosed: problem('organisation/not-closed', 409, {
    'zh-CN': '这条记录没有停用，不需要恢复。',
    en: 'This record is not closed, so there is nothing to reopen.',
  }),
  closedInFuture: problem('organisation/closed-in-future', 422, {
    'zh-CN': '停用日期不能晚于今天。',
    en: 'The day of closing can not be later than today.',
  }),
  stateMoved: problem('organisation/window-state-moved', 409, {
    'zh-CN': '窗口状态已被{who}改变，请查看最新状态后再操作。',
    en: '{who} changed the state of this window meanwhile; look at it and try again.',
  }),
  stateRefused: problem('organisation/window-state-refused', 409, {
    'zh-CN': '窗口不能从当前状态转到所选状态。',
    en: 'The window can not go from this state to the one chosen.',
  }),
  reasonNeeded: problem('organisation/window-reason-needed', 422, {
    'zh-CN': '暂停或关闭窗口要填写原因，供群众查看。',
    en: 'Pausing or closing a window needs a reason, which the public can read.',
  }),
  hoursInPast: problem('organisation/hours-in-past', 422, {
    'zh-CN': '生效日期不能早于今天，已执行的开放时间不再改动。',
    en: 'Hours can not change before today; those that held stay as they were.',
  }),
  hoursOverlap: problem('organisation/hours-overlap', 422, {
    'zh-CN': '{opens} 起的时段与同一天的另一时段重叠。',
    en: 'The stretch from {opens} overlaps another one of the same day.',
  }),
  hoursMoved: problem('organisation/hours-moved', 409, {
    'zh-CN': '开放时间已被修改，请查看最新内容后再保存。',
    en: 'The opening hours changed meanwhile; look at them, then save again.',
  }),
  dayTaken: problem('organisation/day-taken', 409, {
    'zh-CN': '{day} 已有安排，请修改已有的一条。',
    en: 'There is already an entry for {day}; change that one.',
  }),
  dayPassed: problem('organisation/day-passed', 409, {
    'zh-CN': '已过去的日子不能改动。',
    en: 'A day that has passed can not be changed.',
  }),
} as const;
