import { address, date, email, firm, person, phone, signature, statement, text } from './fields.ts';
import { byAgent, byPromise } from './questions.ts';
import type { Condition, Field, Form } from './shapes.ts';
import { type Both, compact, enOf, toText, zhOf } from './words.ts';

export type Section = Form['sections'][number];

export const section = (
  key: string,
  title: Both,
  fields: readonly Field[],
  when?: Condition,
): Section => compact({ key, title: toText(title), showIf: when, fields: [...fields] });

/** The firm that applies; what the register knows is filled in. */
export const firmSection = (): Section =>
  section('applicant', '申请单位 | Applicant', [
    firm('firm', '单位名称和统一社会信用代码 | Name and unified social credit code', {
      prefill: 'applicant.name',
    }),
    text('legal-representative', '法定代表人（负责人）姓名 | Name of the legal representative', {
      longest: 60,
      prefill: 'applicant.legal-representative',
    }),
    address('registered-address', '住所 | Registered address', {
      anywhere: true,
      prefill: 'applicant.address',
    }),
    phone('firm-phone', '联系电话 | Telephone', { prefill: 'applicant.phone' }),
    email('firm-email', '电子邮箱 | E-mail', { optional: true }),
  ]);

/** The person who applies. */
export const personSection = (): Section =>
  section('applicant', '申请人 | Applicant', [
    person('applicant', '申请人 | Applicant', { prefill: 'applicant.name' }),
    address('home-address', '现居住地址 | Present address', {
      anywhere: true,
      prefill: 'applicant.address',
    }),
    email('applicant-email', '电子邮箱 | E-mail', { optional: true }),
  ]);

/** Who is asked when something is unclear, and who comes. How the result goes out is asked with every application. */
export const contactSection = (): Section =>
  section('contact', '联系人 | Contact', [
    person('contact', '联系人 | Contact person'),
    person('agent-person', '代理人 | Agent', { when: byAgent, prefill: 'agent.name' }),
  ]);

const truth: Both =
  '本申请所填内容和所附材料真实、合法、有效，复印件与原件一致；如有不实，愿承担相应法律责任。 | What is filled in and attached is true, lawful and valid, copies agree with their originals, and I answer for it in law.';

/** The promise that is read and agreed to, and the signature; with 告知承诺 its own words too. */
export const closingSection = (promise?: Both): Section =>
  section('closing', '声明与签字 | Statement and signature', [
    statement('truth', '真实性声明 | Statement of truth', truth),
    ...(promise === undefined
      ? []
      : [statement('promise', '告知承诺书 | Promise', promise, { when: byPromise })]),
    signature('signature', '申请人签字或者签章 | Signature or seal of the applicant'),
    date('signed-on', '申请日期 | Date of application', 'any', { prefill: 'today' }),
  ]);

/** The licence that an application is about. */
export const licenceSection = (name: Both): Section =>
  section('licence', '现有证照 | The licence held', [
    text('licence-number', `${zhOf(name)}编号 | Number of the ${enOf(name)}`, { longest: 60 }),
    date('licence-issued-on', '发证日期 | Issued on', 'past'),
    date('licence-valid-until', '有效期至 | Valid until', 'any', { optional: true }),
  ]);
