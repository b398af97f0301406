import type { FileState } from './contract.ts';
import type { FileDeps } from './deps.ts';
import { sniff } from './sniff.ts';
import type { Spooled } from './spool.ts';

export interface Judgement {
  readonly mediaType: string;
  readonly state: FileState;
  readonly reason: string;
}

/** Decides whether a file may be used: by its bytes, then by the virus scanner where there is one. */
export async function judge(deps: FileDeps, spooled: Spooled, name: string): Promise<Judgement> {
  const { mediaType, suspicion } = await sniff(spooled.head, name);
  if (suspicion)
    return { mediaType, state: 'quarantined', reason: `${suspicion['zh-CN']} / ${suspicion.en}` };
  if (deps.scanner === undefined) return { mediaType, state: 'available', reason: '' };
  try {
    const verdict = await deps.scanner.scan(spooled.path);
    return verdict.clean
      ? { mediaType, state: 'available', reason: '' }
      : {
          mediaType,
          state: 'quarantined',
          reason: `发现病毒 ${verdict.found} / Virus found: ${verdict.found}`,
        };
  } catch (error) {
    deps.log.warn({ err: error }, 'virus scanner unavailable');
    return {
      mediaType,
      state: 'awaiting-scan',
      reason: '等待病毒扫描 / Waiting for the virus scan',
    };
  }
}
