import { systemClock } from '#kernel/clock/clock.ts';
import { localDay } from '#kernel/clock/local-day.ts';
import { routes as fileRoutes } from '#kernel/files/contract.ts';
import { Action, UploadField, useLanguage } from '#web/kit/public/index.ts';
import { useWords } from '#web/kit/words.ts';

import { type Proof, ProofKind, proofKindWords } from '../../../contract.ts';
import { messages } from '../messages.ts';
import type { PartProps } from './BuildingPart.tsx';
import { ListInput } from './ListInput.tsx';

const NEW: Proof = {
  kind: 'title',
  number: '',
  validFrom: '',
  validUntil: null,
  rooms: [],
  fileId: null,
  fileName: '',
  hash: '',
  source: 'upload',
};

/** Titles, leases and consents, each with its validity and its file. */
export function ProofsPart({ body, onChange }: PartProps) {
  const t = useWords(messages);
  const { proofs } = body;
  const put = (next: readonly Proof[]) => onChange({ ...body, proofs: [...next] });
  return (
    <>
      {proofs.map((proof, at) => (
        <OneProof
          // oxlint-disable-next-line react/no-array-index-key -- a proof that is being typed has no other name
          key={`${proof.fileId ?? 'new'}-${at}`}
          proof={proof}
          onChange={(next) => put(proofs.with(at, next))}
          onRemove={() => put(proofs.toSpliced(at, 1))}
        />
      ))}
      <Action
        look="plain"
        onPress={() => put([...proofs, { ...NEW, validFrom: localDay(systemClock.now()) }])}
      >
        {t('addProof')}
      </Action>
    </>
  );
}

interface OneProofProps {
  readonly proof: Proof;
  readonly onChange: (proof: Proof) => void;
  readonly onRemove: () => void;
}

function OneProof({ proof, onChange, onRemove }: OneProofProps) {
  const t = useWords(messages);
  const { say } = useLanguage();
  return (
    <fieldset className="ow-prem-proof">
      <legend>{say(proofKindWords[proof.kind])}</legend>
      <div className="ow-prem-grid">
        <label className="ow-prem-field">
          {t('proofKind')}
          <select
            value={proof.kind}
            onChange={({ target }) => onChange({ ...proof, kind: ProofKind.parse(target.value) })}
          >
            {ProofKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {say(proofKindWords[kind])}
              </option>
            ))}
          </select>
        </label>
        <label className="ow-prem-field">
          {t('proofNumber')}
          <input
            value={proof.number}
            maxLength={100}
            onChange={({ target }) => onChange({ ...proof, number: target.value })}
          />
        </label>
        <label className="ow-prem-field">
          {t('validFrom')}
          <input
            type="date"
            required
            value={proof.validFrom}
            onChange={({ target }) =>
              target.value === '' ? undefined : onChange({ ...proof, validFrom: target.value })
            }
          />
        </label>
        <label className="ow-prem-field">
          {t('validUntil')}
          <input
            type="date"
            value={proof.validUntil ?? ''}
            onChange={({ target }) =>
              onChange({ ...proof, validUntil: target.value === '' ? null : target.value })
            }
          />
        </label>
        <label className="ow-prem-field">
          {t('rooms')}
          <ListInput value={proof.rooms} onChange={(rooms) => onChange({ ...proof, rooms })} />
        </label>
      </div>
      {proof.hash === '' ? (
        <UploadField
          label={t('upload')}
          contract={fileRoutes.uploadFiles}
          place={{ query: { purpose: 'premises.proof' } }}
          onDone={({ items: [file] }) =>
            file === undefined
              ? undefined
              : onChange({ ...proof, fileId: file.id, fileName: file.name, hash: file.hash })
          }
        />
      ) : (
        <small>
          {proof.source === 'record'
            ? t('onRecord', { hash: proof.hash.slice(0, 16) })
            : t('fileHash', { name: proof.fileName, hash: proof.hash.slice(0, 16) })}
        </small>
      )}
      <div>
        <Action look="quiet" onPress={onRemove}>
          {t('remove', { name: say(proofKindWords[proof.kind]) })}
        </Action>
      </div>
    </fieldset>
  );
}
