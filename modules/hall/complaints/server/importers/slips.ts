import { z } from 'zod';

import { defineImporter, field } from '#kernel/imports/importer.ts';

import { Kind, permissions, TermClass, Wish } from '../../contract.ts';
import { takeUp } from '../complaints/take-up.ts';
import type { ComplaintsDeps } from '../deps.ts';
import * as repository from '../repository.ts';

const Slip = z.object({
  externalNo: z.string().trim().min(2).max(40),
  wish: Wish,
  title: z.string().trim().min(4).max(80),
  content: z.string().trim().min(8).max(2_000),
  name: z.string().trim().max(40).default(''),
  mobile: z
    .string()
    .trim()
    .regex(/^(?:1\d{10})?$/u)
    .default(''),
  caseNo: z.string().trim().max(40).default(''),
  termClass: TermClass.default('normal'),
});

/** 12345 工单 as the hotline hands them over. A slip that is there already is never changed by a sheet. */
export const slipImporter = (deps: ComplaintsDeps) =>
  defineImporter({
    name: 'complaints.slips',
    title: { 'zh-CN': '12345 工单', en: '12345 slips' },
    permission: permissions.register,
    fields: [
      field('externalNo', '工单编号', 'Slip number', { isKey: true }),
      field('wish', '诉求类型', 'Kind of wish', {
        noteZh: 'consult 咨询、help 求助、complain 投诉、suggest 建议、report 举报、praise 表扬',
        noteEn: 'consult, help, complain, suggest, report or praise',
      }),
      field('title', '标题', 'Title'),
      field('content', '内容', 'Content'),
      field('name', '诉求人', 'Name'),
      field('mobile', '手机号码', 'Mobile'),
      field('caseNo', '办件编号', 'Case number'),
      field('termClass', '时限类别', 'Class', {
        noteZh: 'urgent 1 个、normal 5 个、hard 15 个工作日',
        noteEn: 'urgent, normal or hard',
      }),
    ],
    row: Slip,
    listCurrent: async (db, centreId) =>
      (await repository.listSlips(db, centreId)).map((row) => ({
        externalNo: row.external_no ?? '',
        wish: row.wish,
        title: row.title,
        content: row.content,
        name: row.name_masked,
        mobile: '',
        caseNo: row.case_no,
        termClass: row.term_class,
      })),
    write: async (tx, actor, changes) => {
      for (const { before, after } of changes) {
        if (before !== undefined) continue;
        await takeUp(deps, tx, actor, {
          ...after,
          kind: Kind.enum.hotline,
          ticketNo: '',
          windowId: null,
          departmentId: null,
          personId: null,
          fileIds: [],
        });
      }
    },
  });
