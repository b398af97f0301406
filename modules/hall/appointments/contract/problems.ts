import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  slotFull: problem('appointments/slot-full', 409, {
    'zh-CN': '该时段已约满，请选择其他时段。',
    en: 'This time is full; please choose another.',
  }),
  notASlot: problem('appointments/not-a-slot', 409, {
    'zh-CN': '该日期或时段不在可预约范围内，请重新选择。',
    en: 'This day or time cannot be booked; please choose again.',
  }),
  tooLate: problem('appointments/too-late', 409, {
    'zh-CN': '距预约时段开始不足{minutes}分钟，不能再预约该时段。',
    en: 'Booking closes {minutes} minutes before the time begins.',
  }),
  cancelTooLate: problem('appointments/cancel-too-late', 409, {
    'zh-CN': '距预约时段开始不足{minutes}分钟，不能自行取消或改期，请联系现场工作人员。',
    en: 'It can be changed or cancelled until {minutes} minutes before; please ask the staff.',
  }),
  groupClosed: problem('appointments/group-closed', 409, {
    'zh-CN': '该业务暂停预约：{reason}',
    en: 'This cannot be booked for now: {reason}',
  }),
  dayLimit: problem('appointments/day-limit', 409, {
    'zh-CN': '每人每天最多预约{count}次，您当天已有预约。',
    en: 'A person can hold {count} {count|appointment|appointments} a day, and you have one that day.',
  }),
  openLimit: problem('appointments/open-limit', 409, {
    'zh-CN': '您有{count}个尚未办理的预约，请办理或取消后再约。',
    en: 'You hold {count} open appointments; keep or cancel one before you book another.',
  }),
  banned: problem('appointments/banned', 409, {
    'zh-CN': '您多次预约后未到，{day}前不能网上预约；可以现场取号办理。',
    en: 'After several missed appointments you can book again from {day}; you can still take a ticket in the hall.',
  }),
  notLinked: problem('appointments/not-linked', 403, {
    'zh-CN': '当前登录没有对应的办事主体，无法预约。',
    en: 'This sign-in stands for no person or firm, so it cannot book.',
  }),
  notInState: problem('appointments/not-in-state', 409, {
    'zh-CN': '预约当前的状态不允许进行此项操作。',
    en: 'The state that the appointment is in does not allow this.',
  }),
  otherDay: problem('appointments/other-day', 409, {
    'zh-CN': '该预约是{day}的，今天不能签到。',
    en: 'This appointment is for {day}; it cannot be checked in today.',
  }),
  tooEarly: problem('appointments/too-early', 409, {
    'zh-CN': '还没到签到时间，请于{time}以后签到。',
    en: 'It is too early; check in from {time}.',
  }),
  checkInOver: problem('appointments/check-in-over', 409, {
    'zh-CN': '已过预约时段的签到时间（{time}），请现场取号。',
    en: 'Check-in ended at {time}; please take a ticket.',
  }),
  noQueue: problem('appointments/no-queue', 409, {
    'zh-CN': '该预约业务没有对应的排队业务，请先在预约业务中设置。',
    en: 'This group is not tied to a queue yet; set it in the group first.',
  }),
  unknownReference: problem('appointments/unknown-reference', 400, {
    'zh-CN': '所选的服务点、分区、窗口或事项不存在，或不属于该服务点。',
    en: 'A site, zone, window or matter that was chosen does not exist, or is of another site.',
  }),
  slotsInUse: problem('appointments/slots-in-use', 409, {
    'zh-CN': '还有{count}个未到的预约，不能更改服务点或每段时长。',
    en: 'There are {count} appointments to come; the site and the length of a slot cannot change now.',
  }),
  dayPassed: problem('appointments/day-passed', 409, {
    'zh-CN': '已经过去的日期不能再调整号源。',
    en: 'Places of a day that has passed do not change.',
  }),
  tooGeneral: problem('appointments/too-general', 400, {
    'zh-CN': '请输入完整的取号码、证件号码或手机号。',
    en: 'Type a whole code, identity number or mobile number.',
  }),
} as const;
