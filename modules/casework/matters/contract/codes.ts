import { z } from 'zod';

/** 事项类型 (GB/T 39046-2020, A.1). */
export const TaskType = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']);
export type TaskType = z.infer<typeof TaskType>;

/** 行使层级 (A.2). */
export const UseLevel = z.enum(['1', '2', '3', '4', '5', '6', '7']);
export type UseLevel = z.infer<typeof UseLevel>;

/** 实施主体性质 (A.3). */
export const AuthorityNature = z.enum(['1', '2', '3', '9']);
export type AuthorityNature = z.infer<typeof AuthorityNature>;

/** 服务对象 (A.4). */
export const ServiceObject = z.enum(['1', '2', '3', '4', '5', '6']);
export type ServiceObject = z.infer<typeof ServiceObject>;

/** 办理形式 (A.5). */
export const ApplyMode = z.enum(['1', '2', '3', '4', '9']);
export type ApplyMode = z.infer<typeof ApplyMode>;

/** 办件类型 (A.6): 1 即办件, 2 承诺件, 9 其他. */
export const ProjectType = z.enum(['1', '2', '9']);
export type ProjectType = z.infer<typeof ProjectType>;

/** 权力来源. */
export const PowerSource = z.enum(['1', '2', '3', '4', '5', '6']);
export type PowerSource = z.infer<typeof PowerSource>;

/** 网上办理深度. */
export const OnlineDepth = z.enum(['1', '2', '3', '4', '5', '6']);
export type OnlineDepth = z.infer<typeof OnlineDepth>;

/** 通办范围; the standard gives names and no codes. */
export const HandlingArea = z.enum(['national', 'province', 'city', 'county']);
export type HandlingArea = z.infer<typeof HandlingArea>;

/** 提交方式: 01 纸质, 02 电子, 03 纸质或电子, 04 纸质和电子. */
export const Submission = z.enum(['01', '02', '03', '04']);
export type Submission = z.infer<typeof Submission>;

/** 材料形式: 1 原件, 2 复印件, 3 原件或复印件, 4 纸质材料, 5 电子文件, 6 原件和复印件, 7 原件及扫描件. */
export const PaperForm = z.enum(['1', '2', '3', '4', '5', '6', '7']);
export type PaperForm = z.infer<typeof PaperForm>;

/** 来源渠道: 10 申请人自备, 20 政府部门核发, 99 其他. */
export const PaperSource = z.enum(['10', '20', '99']);
export type PaperSource = z.infer<typeof PaperSource>;

/** 结果类型: 10 证照, 20 批文, 30 其他, 99 无. */
export const ResultType = z.enum(['10', '20', '30', '99']);
export type ResultType = z.infer<typeof ResultType>;

/** 特别程序: time that is not counted (行政许可法 art. 45). */
export const SpecialProcedureKind = z.enum([
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
]);
export type SpecialProcedureKind = z.infer<typeof SpecialProcedureKind>;
