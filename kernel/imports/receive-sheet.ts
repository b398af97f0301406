import type { FastifyRequest } from 'fastify';

import { ProblemError } from '../problems/problem-error.ts';
import { problems } from './contract.ts';
import type { Upload } from './preview-import.ts';

const MIB = 1024 * 1024;

/** Reads the one file of a multipart request into memory; whatever is wrong with the request is refused by its reason. */
export async function receiveSheet(raw: FastifyRequest, limitBytes: number): Promise<Upload> {
  if (!raw.isMultipart()) throw noFile();
  try {
    const part = await raw.file({ limits: { fileSize: limitBytes, files: 1 } });
    if (part === undefined) throw noFile();
    return { fileName: part.filename.slice(-200), file: await part.toBuffer() };
  } catch (error) {
    throw toRefusal(error, limitBytes);
  }
}

const noFile = () =>
  new ProblemError(problems.unreadable, { reason: '没有收到文件 / no file arrived' });

/** Only the request is read here, so a failure of any other kind is one of the request too. */
function toRefusal(error: unknown, limitBytes: number): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') {
    return new ProblemError(problems.tooLarge, { limitMb: Math.floor(limitBytes / MIB) });
  }
  const reason = '上传中断或格式不完整 / the upload was cut off or is not complete';
  return new ProblemError(problems.unreadable, { reason }, { cause: error });
}
