import type { LicenceKind } from './licence-kinds.ts';
import { byAgent } from './questions.ts';
import type { Condition, Exemption, Paper } from './shapes.ts';
import { type Both, compact, enOf, toText, zhOf } from './words.ts';

export interface PaperOptions {
  readonly kind?: Paper['kind'];
  /** 非必要. */
  readonly optional?: boolean;
  /** 主审要件. */
  readonly main?: boolean;
  /** 可容缺. */
  readonly deferrable?: boolean;
  readonly when?: Condition;
  readonly exempt?: Exemption;
  readonly exemptWhen?: Condition;
  readonly licence?: LicenceKind;
  readonly form?: Paper['form'];
  readonly submission?: Paper['submission'];
  /** Who issues it; the applicant's own papers have none. */
  readonly issuedBy?: Both;
  readonly originals?: number;
  readonly copies?: number;
  readonly sheet?: Paper['sheet'];
  readonly fill?: Both;
  readonly basis?: string;
}

/** A paper and what the clerk checks of it, point by point. */
export function paper(
  key: string,
  name: Both,
  checks: readonly string[],
  options: PaperOptions = {},
): Paper {
  const { exempt, exemptWhen, issuedBy, fill } = options;
  return compact({
    key,
    name: toText(name),
    kind: options.kind ?? 'other',
    necessity: options.optional === true ? '2' : '1',
    isMain: options.main ?? false,
    isDeferrable: options.deferrable ?? false,
    includeIf: options.when,
    exempt: exempt && compact({ by: exempt, when: exemptWhen }),
    licenceKind: options.licence,
    form: options.form ?? '3',
    submission: options.submission ?? '03',
    source: issuedBy === undefined ? '10' : '20',
    issuedBy: issuedBy && toText(issuedBy),
    originals: options.originals ?? 1,
    copies: options.copies ?? 0,
    sheet: options.sheet ?? 'A4',
    howToFill: fill && toText(fill),
    acceptStandards: [...checks],
    basis: options.basis,
  } satisfies { [Name in keyof Paper]: Paper[Name] | undefined });
}

/** The application itself: made from the form, always a 主审要件. */
export const application = (name: Both, basis?: string): Paper =>
  paper(
    'application',
    name,
    ['使用规定的文书格式，内容填写完整', '申请人签字或者盖章，日期完整', '与所附材料的内容一致'],
    {
      kind: 'form',
      main: true,
      form: '1',
      fill: '在线填写表单后自动生成，签字或者盖章即可。 | Made from the form you fill in; sign or seal it.',
      ...(basis === undefined ? {} : { basis }),
    },
  );

export const identity = (key: string, of: Both, options: PaperOptions = {}): Paper =>
  paper(
    key,
    `${zhOf(of)}身份证明 | Identity document of ${enOf(of)}`,
    ['证件在有效期内', '人证一致'],
    {
      kind: 'identity',
      exempt: 'licence',
      licence: 'resident-identity-card',
      form: '3',
      issuedBy: '公安机关 | Public security authority',
      ...options,
    },
  );

export const businessLicence = (options: PaperOptions = {}): Paper =>
  paper('business-licence', '营业执照 | Business licence', ['在有效期内', '名称、住所与申请一致'], {
    kind: 'certificate',
    exempt: 'licence',
    licence: 'business-licence',
    issuedBy: '市场监督管理部门 | Market regulation authority',
    ...options,
  });

/** The licence that is changed, renewed or given back. */
export const heldLicence = (licence: LicenceKind, name: Both, options: PaperOptions = {}): Paper =>
  paper(
    'held-licence',
    `原${zhOf(name)} | The ${enOf(name)} held now`,
    ['为本机关核发', '未被撤销、吊销'],
    { kind: 'certificate', exempt: 'licence', licence, form: '1', ...options },
  );

/** The two papers of whoever comes for somebody else. */
export const agentPapers = (options: { readonly deferrable?: boolean } = {}): Paper[] => [
  paper(
    'power-of-attorney',
    '授权委托书 | Power of attorney',
    ['委托事项、权限、期限明确', '委托人签字或者盖章'],
    { kind: 'proof', when: byAgent, form: '1', ...options },
  ),
  identity('agent-identity', '代理人 | the agent', { when: byAgent }),
];

export const premisesRight = (options: PaperOptions = {}): Paper =>
  paper(
    'premises-right',
    '经营场所使用证明 | Proof of the right to use the premises',
    ['产权证明或者租赁合同在有效期内', '地址与申请一致', '房屋用途符合经营要求'],
    {
      kind: 'proof',
      fill: '自有房屋提供产权证明，租赁房屋提供租赁合同和产权证明。 | Own premises: certificate of ownership. Rented: the lease and the certificate.',
      ...options,
    },
  );
