import type { Words } from '#kernel/problems/contract.ts';

import type { DocumentKind, DocumentState } from './documents.ts';
import type { MovementKind, Side } from './ledger.ts';
import type { ProcurementCategory, ProcurementMethod } from './rules.ts';

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** What pages, sheets and refusals call the same thing. */
export const kindWords: Readonly<Record<DocumentKind, Words>> = {
  adjustment: words('调整', 'Adjustment'),
  transfer: words('调剂', 'Transfer'),
  reservation: words('采购申请', 'Procurement request'),
  contract: words('合同', 'Contract'),
  settlement: words('结算', 'Settlement'),
  payment: words('付款', 'Payment'),
  closure: words('结清', 'Closure'),
  'carry-over': words('结转', 'Carry-over'),
  reversal: words('冲销', 'Reversal'),
};

export const documentStateWords: Readonly<Record<DocumentState, Words>> = {
  submitted: words('待审核', 'To be checked'),
  checked: words('待批准', 'To be approved'),
  approved: words('已批准', 'Approved'),
  returned: words('已退回', 'Returned'),
  withdrawn: words('已撤回', 'Withdrawn'),
};

export const movementWords: Readonly<Record<MovementKind, Words>> = {
  opening: words('期初批复', 'Opening'),
  adjustment: words('调整', 'Adjustment'),
  transfer: words('调剂', 'Transfer'),
  'carry-over': words('结转', 'Carry-over'),
  reserve: words('预留', 'Reserve'),
  release: words('释放', 'Release'),
  commit: words('签约', 'Commit'),
  settle: words('结算', 'Settle'),
  pay: words('支付', 'Pay'),
};

export const sideWords: Readonly<Record<Side, Words>> = {
  grant: words('额度', 'grant'),
  available: words('可用', 'available'),
  reserved: words('已预留', 'reserved'),
  committed: words('已签约', 'committed'),
  due: words('应付', 'due'),
  paid: words('已付', 'paid'),
};

export const categoryWords: Readonly<Record<ProcurementCategory, Words>> = {
  goods: words('货物', 'Goods'),
  works: words('工程', 'Works'),
  services: words('服务', 'Services'),
};

export const methodWords: Readonly<Record<ProcurementMethod, Words>> = {
  'open-tender': words('公开招标', 'Open tender'),
  'invited-tender': words('邀请招标', 'Invited tender'),
  'competitive-negotiation': words('竞争性谈判', 'Competitive negotiation'),
  'competitive-consultation': words('竞争性磋商', 'Competitive consultation'),
  inquiry: words('询价', 'Inquiry of prices'),
  'single-source': words('单一来源', 'Single source'),
  framework: words('框架协议', 'Framework agreement'),
  'below-threshold': words('限额以下自行采购', 'Own purchase below the threshold'),
};

export const overdueWords: Readonly<Record<'payment' | 'publication', Words>> = {
  payment: words('逾期未付款', 'Payment is late'),
  publication: words('逾期未公告', 'Publication is late'),
};
