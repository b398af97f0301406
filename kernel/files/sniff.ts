import { fileTypeFromBuffer } from 'file-type';

/** What the first bytes of a file say it is. */
export interface Sniffed {
  readonly mediaType: string;
  /** Why it is kept apart; undefined when it may be used. */
  readonly suspicion: { readonly 'zh-CN': string; readonly en: string } | undefined;
}

const TAKEN = new Set([
  'application/pdf',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-cfb',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/bmp',
  'image/heic',
  'audio/mpeg',
  'audio/wav',
  'video/mp4',
  'video/webm',
]);

const BY_NAME: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  png: ['image/png'],
  ofd: ['application/zip'],
  docx: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/zip',
  ],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/zip'],
};

const suspect = (zh: string, en: string) => ({ 'zh-CN': zh, en });

const extensionOf = (name: string) => name.toLowerCase().split('.').at(-1) ?? '';

function isPlainText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  // A character cut at the end of the sample is no fault, so the last three bytes are left out.
  const text = head.subarray(0, Math.max(0, head.length - 3));
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
    return true;
  } catch {
    try {
      new TextDecoder('gb18030', { fatal: true }).decode(text);
      return true;
    } catch {
      return false;
    }
  }
}

/** Judges a file by its bytes, never by its name alone. `head` is its first 4 KiB or all of it. */
export async function sniff(head: Buffer, name: string): Promise<Sniffed> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const extension = extensionOf(name);
  const expected = BY_NAME[extension];
  if (found === undefined) {
    if (
      expected === undefined &&
      isPlainText(head) &&
      !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(head.toString('latin1'))
    ) {
      return { mediaType: extension === 'csv' ? 'text/csv' : 'text/plain', suspicion: undefined };
    }
    return {
      mediaType: 'application/octet-stream',
      suspicion: suspect('无法识别文件类型', 'The type of the file is not recognised'),
    };
  }
  if (expected !== undefined && !expected.includes(found.mime)) {
    return {
      mediaType: found.mime,
      suspicion: suspect(
        `扩展名是 ${extension}，内容却是 ${found.mime}`,
        `Named ${extension}, but the content is ${found.mime}`,
      ),
    };
  }
  if (!TAKEN.has(found.mime)) {
    return {
      mediaType: found.mime,
      suspicion: suspect(
        `不接收 ${found.mime} 类型的文件`,
        `Files of type ${found.mime} are not taken`,
      ),
    };
  }
  return { mediaType: extension === 'ofd' ? 'application/ofd' : found.mime, suspicion: undefined };
}
