import type { BookingState, Channel, Words } from '../contract.ts';

export const STATE_WORDS: Readonly<Record<BookingState, Words>> = {
  booked: { 'zh-CN': '已预约', en: 'Booked' },
  arrived: { 'zh-CN': '已签到', en: 'Arrived' },
  missed: { 'zh-CN': '爽约', en: 'Missed' },
  cancelled: { 'zh-CN': '已取消', en: 'Cancelled' },
};

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  online: { 'zh-CN': '网上', en: 'Online' },
  desk: { 'zh-CN': '现场代约', en: 'At a desk' },
  phone: { 'zh-CN': '电话代约', en: 'By phone' },
};
