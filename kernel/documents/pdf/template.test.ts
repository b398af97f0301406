import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { getFont } from '../fonts/faces.ts';
import { readPaper } from './read-back.ts';
import { definePdfTemplate } from './template.ts';

const createdAt = new Date('2026-03-05T01:30:00Z');

const notice = definePdfTemplate({
  name: 'test/notice',
  version: 3,
  input: z.object({ addressee: z.string().min(1), dueOn: z.string() }),
  compose: (data, context) => ({
    title: context.say({ 'zh-CN': '通知书', en: 'Notice' }),
    author: '某某中心',
    header: { left: '某某中心' },
    body: [
      { kind: 'document-number', text: '某服〔2026〕12号' },
      { kind: 'title', text: context.say({ 'zh-CN': '通知书', en: 'Notice' }) },
      { kind: 'paragraph', indent: 0, text: [{ text: `${data.addressee}：`, bold: true }] },
      { kind: 'paragraph', text: `请于${context.day(data.dueOn)}前补正——逾期不再办理。` },
      { kind: 'signature', organisation: '某某中心', date: context.dayOf(createdAt) },
    ],
  }),
});

const zh = { locale: 'zh-CN', createdAt } as const;

describe('a paper from a template', () => {
  it('refuses data that the template does not ask for', async () => {
    await expect(notice.render({ addressee: '', dueOn: '2026-03-05' }, zh)).rejects.toThrow(
      z.ZodError,
    );
  });

  it('gives the same bytes for the same data and instant, whatever was printed in between', async () => {
    const first = await notice.render({ addressee: '张一㛃', dueOn: '2026-03-05' }, zh);
    await notice.render({ addressee: '\u2f00䶮堃（单位）', dueOn: '2026-12-31' }, zh);
    const second = await notice.render({ addressee: '张一㛃', dueOn: '2026-03-05' }, zh);
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    const later = { ...zh, createdAt: new Date('2026-03-05T01:31:00Z') };
    const third = await notice.render({ addressee: '张一㛃', dueOn: '2026-03-05' }, later);
    expect(Buffer.compare(first.bytes, third.bytes)).not.toBe(0);
  });

  it('says its title, language, producer, template and date, and asks to be kept as PDF/A-2u', async () => {
    const { bytes } = await notice.render({ addressee: '张三', dueOn: '2026-03-05' }, zh);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(file.getTitle()).toBe('通知书');
    expect(file.getProducer()).toBe('OneWindow');
    expect(file.getSubject()).toBe('test/notice@3');
    expect(file.getAuthor()).toBe('某某中心');
    expect(file.getCreationDate()).toEqual(createdAt);
    expect(file.getModificationDate()).toEqual(createdAt);
    const plain = Buffer.from(bytes).toString('latin1');
    expect(plain).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(plain).toContain('/ID [');
    expect((await readPaper(bytes)).language).toBe('zh-CN');
  });

  it('may have any title: its metadata stays well-formed', async () => {
    const strange = definePdfTemplate({
      name: 'test/strange',
      version: 1,
      input: z.object({}),
      compose: () => ({ title: 'a\u0001<b> & \ud800"c"', body: [] }),
    });
    const { bytes } = await strange.render({}, zh);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(file.getTitle()).toBe('a <b> & \ufffd"c"');
    expect(Buffer.from(bytes).toString()).toContain('a &lt;b&gt; &amp;');
  });

  it('can be searched and copied: what is drawn is what is read', async () => {
    const { bytes } = await notice.render({ addressee: '张𠅤', dueOn: '2026-03-05' }, zh);
    const [page = ''] = (await readPaper(bytes)).pages;
    expect(page.split('\n')).toEqual([
      '某某中心',
      '某服〔2026〕12号',
      '通知书',
      '张𠅤：',
      '请于2026年3月5日前补正——逾期不再办理。',
      '（盖章）',
      '某某中心',
      '2026年3月5日',
      '第 1 页，共 1 页',
    ]);
  });

  it('speaks English where it is asked to', async () => {
    const { bytes } = await notice.render(
      { addressee: 'Zhang', dueOn: '2026-03-05' },
      { locale: 'en', createdAt },
    );
    const [page = ''] = (await readPaper(bytes)).pages;
    expect(page).toContain('Notice');
    expect(page).toContain('5 March 2026');
    expect(page).toContain('Page 1 of 1');
    expect(page).toContain('(seal)');
  });

  it('reports a character that no font holds and prints a mark for it', async () => {
    const rendered = await notice.render({ addressee: '张𬎆', dueOn: '2026-03-05' }, zh);
    expect(rendered.missing).toEqual(['𬎆']);
    expect((await readPaper(rendered.bytes)).pages[0]).toContain('张〓：');
  });

  it('lays the watermark of the installation over every page', async () => {
    const { bytes } = await notice.render(
      { addressee: '张三', dueOn: '2026-03-05' },
      { ...zh, watermark: '演示' },
    );
    expect((await readPaper(bytes)).pages[0]).toContain('演示');
  });

  it('writes days as papers do and refuses one that does not exist', async () => {
    await expect(notice.render({ addressee: '张三', dueOn: '2026-02-30' }, zh)).rejects.toThrow(
      RangeError,
    );
  });
});

describe('glyphs of a paper', () => {
  const sample =
    '行政许可申请受理通知书䶮堃犇㛃𠅤𬭊ABCxyz0123456789，。、；：？！（）【】《》“”‘’—……·％☑□〓';

  it('are embedded with their outlines: each equals the outline in the source font', async () => {
    const { bytes } = await notice.render({ addressee: sample, dueOn: '2026-03-05' }, zh);
    const { fonts } = await readPaper(bytes);
    expect(fonts.map((font) => font.name.slice(8)).toSorted()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ]);
    let compared = 0;
    for (const { name, font, texts } of fonts) {
      const source = getFont(name.endsWith('Bold') ? 'bold' : 'regular');
      for (const [glyphId, text] of texts) {
        if (/^[☑—…\s]/.test(text)) continue;
        const original = source.glyphForCodePoint(text.codePointAt(0) ?? 0);
        expect(font.getGlyph(glyphId).path.commands).toEqual(original.path.commands);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(70);
  });

  it('all have ink: none but the spaces is an empty outline', async () => {
    const { bytes } = await notice.render({ addressee: sample, dueOn: '2026-03-05' }, zh);
    for (const { font, texts } of (await readPaper(bytes)).fonts) {
      const blank = [...texts].filter(
        ([glyphId]) => font.getGlyph(glyphId).path.commands.length === 0,
      );
      expect(blank.map(([, text]) => text).filter((text) => text.trim() !== '')).toEqual([]);
      expect(font.numGlyphs).toBeLessThan(120);
    }
  });

  it.runIf(hasPoppler())('leave ink on the page when an independent program draws it', async () => {
    const { bytes } = await notice.render({ addressee: sample, dueOn: '2026-03-05' }, zh);
    const blank = await notice.render({ addressee: '　', dueOn: '2026-03-05' }, zh);
    // A line and a half of bold 12 pt type at 60 dpi; blank glyphs would leave nothing.
    expect(inkOf(bytes) - inkOf(blank.bytes)).toBeGreaterThan(900);
  });
});

function hasPoppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Number of dark pixels on the first page at 60 dots per inch. */
function inkOf(bytes: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-r', '60', '-gray', '-singlefile', file, join(folder, 'page')]);
    const image = readFileSync(join(folder, 'page.pgm'));
    return image.subarray(-496 * 702).filter((level) => level < 128).length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
