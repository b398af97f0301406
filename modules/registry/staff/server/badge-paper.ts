import { z } from 'zod';

import type { Artwork } from '#kernel/documents/pdf/artwork.ts';
import type { Block } from '#kernel/documents/pdf/blocks.ts';
import { definePdfTemplate } from '#kernel/documents/pdf/template.ts';

const Photo = z.custom<Artwork>().nullable();

/** 工牌: photo, name, post, department or office, window and number, with a code to scan. */
export const badgePaper = definePdfTemplate({
  name: 'staff/badge',
  version: 1,
  input: z.object({
    centreZh: z.string(),
    centreEn: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    employeeNo: z.string(),
    postZh: z.string(),
    postEn: z.string(),
    bodyZh: z.string(),
    bodyEn: z.string(),
    windows: z.array(z.number().int()),
    photo: Photo,
  }),
  compose: (data, context) => {
    const title = context.say({ 'zh-CN': '工作证', en: 'Staff badge' });
    const window = context.say(
      { 'zh-CN': '{numbers} 号窗口', en: 'Window {numbers}' },
      {
        numbers: data.windows.join('、'),
      },
    );
    const photo: Block =
      data.photo === null
        ? {
            kind: 'form',
            widths: [1],
            rows: [
              { cells: [{ text: context.say({ 'zh-CN': '照片', en: 'Photo' }) }], minHeight: 34 },
            ],
          }
        : { kind: 'picture', artwork: data.photo, width: 26, align: 'left' };
    const lines: Block[] = [
      { kind: 'paragraph', text: [{ text: data.nameZh, bold: true }], indent: 0, size: 20 },
      { kind: 'paragraph', text: data.nameEn, indent: 0, size: 10, soft: true },
      { kind: 'paragraph', text: `${data.postZh}  ${data.postEn}`, indent: 0, size: 10 },
      { kind: 'paragraph', text: `${data.bodyZh}  ${data.bodyEn}`, indent: 0, size: 9 },
      ...(data.windows.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: [{ text: window, bold: true }],
              indent: 0,
              size: 12,
            },
          ]),
    ];
    return {
      title: `${title} ${data.employeeNo}`,
      author: data.centreZh,
      body: [
        {
          kind: 'keep',
          blocks: [
            { kind: 'paragraph', text: [{ text: data.centreZh, bold: true }], indent: 0, size: 13 },
            { kind: 'paragraph', text: data.centreEn, indent: 0, size: 8, soft: true },
            { kind: 'beside', share: 0.3, left: [photo], right: lines },
            { kind: 'qr', content: `STAFF:${data.employeeNo}`, caption: data.employeeNo, size: 22 },
            {
              kind: 'rule',
              dashed: true,
              label: context.say({ 'zh-CN': '沿此线裁剪', en: 'Cut here' }),
            },
          ],
        },
      ],
    };
  },
});
