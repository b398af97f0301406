import { z } from 'zod';

import { checkedBy, Day, Id, Instant, TimeOfDay } from '#kernel/http/shapes.ts';
import { parsePhone } from '#kernel/ids/phone.ts';

export const BASE = '/api/v1/staff';

export const Version = z.object({ version: z.number().int().min(1) });

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

/** 在编, 非编, 派驻. */
export const Employment = z.enum(['established', 'contract', 'stationed']);
export type Employment = z.infer<typeof Employment>;

/** 在岗 or 离岗. */
export const PersonState = z.enum(['working', 'left']);
export type PersonState = z.infer<typeof PersonState>;

const Named = z.object({ nameZh: z.string(), nameEn: z.string() });

/** 岗位. */
export const Post = Named.extend({ code: z.string(), group: z.string(), order: z.number().int() });
export type Post = z.infer<typeof Post>;

const Text = (max: number) => z.string().trim().max(max);

export const EmployeeNo = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,31}$/);

const Contacts = {
  mobile: z.union([z.literal(''), checkedBy(parsePhone)]),
  email: z.union([z.literal(''), z.email().max(120)]),
};

const PersonFields = z.object({
  employeeNo: EmployeeNo,
  nameZh: Text(60).min(1),
  nameEn: Text(100),
  namePinyin: Text(100),
  sex: Sex,
  officeId: Id.nullable(),
  departmentId: Id.nullable(),
  postCode: z.string().min(1).max(64),
  employment: Employment,
  joinedOn: Day,
});

const exclusive = {
  path: ['departmentId'],
  message: '科室与派驻部门只能填一个｜Either an office or a department, not both',
};
const belongsOnce = (one: { officeId: string | null; departmentId: string | null }) =>
  one.officeId === null || one.departmentId === null;

/** What is typed for somebody new. Office and department exclude each other. */
export const PersonInput = PersonFields.extend({ ...Contacts, opensAccount: z.boolean() }).refine(
  belongsOnce,
  exclusive,
);
export type PersonInput = z.infer<typeof PersonInput>;

/** What is typed for somebody known. Contacts that are not sent stay as they are, since nobody sees them whole. */
export const PersonChange = PersonFields.extend({
  mobile: Contacts.mobile.optional(),
  email: Contacts.email.optional(),
  ...Version.shape,
}).refine(belongsOnce, exclusive);
export type PersonChange = z.infer<typeof PersonChange>;

/** 岗位 A 角 or B 角. */
export const Part = z.enum(['a', 'b']);
export type Part = z.infer<typeof Part>;

export const PlaceAtWindow = z.object({
  stationingId: Id,
  windowId: Id,
  /** `site-code/number`. */
  windowKey: z.string(),
  windowNumber: z.number().int(),
  part: Part,
});
export type PlaceAtWindow = z.infer<typeof PlaceAtWindow>;

export const Person = PersonFields.extend({
  id: Id,
  officeNameZh: z.string(),
  officeNameEn: z.string(),
  departmentNameZh: z.string(),
  departmentNameEn: z.string(),
  postNameZh: z.string(),
  postNameEn: z.string(),
  mobileMasked: z.string(),
  emailMasked: z.string(),
  state: PersonState,
  leftOn: Day.nullable(),
  leftReason: z.string(),
  photoFileId: Id.nullable(),
  accountId: Id.nullable(),
  /** Where the person is stationed today. */
  windows: z.array(PlaceAtWindow),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
});
export type Person = z.infer<typeof Person>;

/** Somebody in as few words as name them. */
export const PersonRef = z.object({
  id: Id,
  employeeNo: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
});
export type PersonRef = z.infer<typeof PersonRef>;

/** 班次. */
export const Shift = Named.extend({ code: z.string(), starts: TimeOfDay, ends: TimeOfDay });
export type Shift = z.infer<typeof Shift>;

/** 年休假, 病假, 事假, 婚假, 产假, 培训, 公务外出. */
export const LeaveKind = z.enum([
  'annual',
  'sick',
  'personal',
  'marriage',
  'maternity',
  'training',
  'official',
]);
export type LeaveKind = z.infer<typeof LeaveKind>;

export const LeaveStatus = z.enum(['requested', 'approved', 'refused', 'cancelled']);
export type LeaveStatus = z.infer<typeof LeaveStatus>;

/** Whether more contract staff than the quota are warned of or refused. */
export const QuotaRule = z.enum(['warn', 'refuse']);
export type QuotaRule = z.infer<typeof QuotaRule>;

export const Settings = z.object({
  /** Contract staff that the centre may have; null without a limit. */
  contractQuota: z.number().int().min(0).max(100_000).nullable(),
  quotaRule: QuotaRule,
  version: z.number().int().min(0),
});
export type Settings = z.infer<typeof Settings>;
