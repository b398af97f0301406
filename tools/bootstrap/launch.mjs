// From any Node that can read this file to the program running on a Node that can run TypeScript.
// Everything in this folder is plain JavaScript without dependencies: it runs before anything is installed.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runChild } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { listModernNodes } from './modern-node.mjs';
import { Failure, fail } from './say.mjs';

/** The folder of the package, whatever the working directory is and through whichever link this was called. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Installs what is missing, runs `file` and ends this process as that one ended. */
export async function launch(file, args) {
  try {
    checkOwnVersion();
    await ensureInstalled(root);
    if (!existsSync(file)) {
      throw new Failure(`找不到文件“${file}”。`, `There is no file "${file}".`);
    }
    process.exitCode = await runChild(listModernNodes(root), file, args);
  } catch (error) {
    fail(error);
  }
}

function checkOwnVersion() {
  if (Number(process.versions.node.split('.')[0]) >= 18) return;
  throw new Failure(
    `当前 Node ${process.version} 过旧，请安装 Node 20 或更新的版本后重试。`,
    `Node ${process.version} is too old. Install Node 20 or later and try again.`,
  );
}
