import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';

import { useAct } from '#web/client/index.ts';
import { Notice, ProblemNotice, Section, useLanguage } from '#web/kit/staff/index.ts';
import { useWords } from '#web/kit/words.ts';

import { CheckPoint, checkPointWords, type Filing, routes } from '../../contract.ts';
import { messages } from './messages.ts';

import './staff.css';

/** The check: take it up, tick every point, pass it on, or return it with everything that does not fit. */
export function CheckPanel({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const may = (act: Filing['mayDo'][number]) => filing.mayDo.includes(act);
  if (!may('take') && !may('pass') && !may('file') && !may('return')) return null;
  return (
    <Section title={t('check')} description={t('checkHint')}>
      <Findings filing={filing} />
      {may('take') ? <Take filing={filing} /> : <Points filing={filing} />}
    </Section>
  );
}

function Findings({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  if (filing.findings.length === 0) return <Notice tone="good" title={t('noFindings')} />;
  return (
    <Notice tone="warn" title={t('findings')}>
      <ul>
        {filing.findings.map((finding) => (
          <li key={`${finding.code}${finding.place}`}>{say(finding.message)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Take({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const act = useAct(routes.takeFiling);
  return (
    <>
      <ProblemNotice problem={act.error} />
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({ params: { id: filing.id }, body: { version: filing.version } })}
      >
        {t('take')}
      </Button>
    </>
  );
}

function Points({ filing }: { readonly filing: Filing }) {
  const t = useWords(messages);
  const { say } = useLanguage();
  const isTown = filing.stage === 'town-check';
  const [points, setPoints] = useState<readonly CheckPoint[]>(isTown ? [] : filing.points);
  const [texts, setTexts] = useState<Readonly<Partial<Record<CheckPoint, string>>>>({});
  const pass = useAct(routes.passFiling);
  const file = useAct(routes.fileFiling);
  const back = useAct(isTown ? routes.returnByTown : routes.returnByRegulator);
  const input = { params: { id: filing.id } };
  const { version } = filing;
  const reasons = CheckPoint.options.flatMap((point) => {
    const text = texts[point]?.trim() ?? '';
    return text === '' ? [] : [{ point, text }];
  });
  const toggle = (point: CheckPoint, isOn: boolean) =>
    setPoints(isOn ? [...points, point] : points.filter((one) => one !== point));
  return (
    <>
      <ul className="ow-prem-points">
        {CheckPoint.options.map((point) => (
          <li key={point}>
            <Checkbox
              checked={points.includes(point)}
              disabled={!isTown}
              onChange={(event) => toggle(point, event.target.checked)}
            >
              {say(checkPointWords[point])}
            </Checkbox>
            <Input
              aria-label={t('reasonFor', { point: say(checkPointWords[point]) })}
              placeholder={t('reasonFor', { point: say(checkPointWords[point]) })}
              value={texts[point] ?? ''}
              maxLength={500}
              onChange={(event) => setTexts({ ...texts, [point]: event.target.value })}
            />
          </li>
        ))}
      </ul>
      <ProblemNotice problem={pass.error ?? file.error ?? back.error} />
      <div className="ow-prem-buttons">
        {filing.mayDo.includes('pass') ? (
          <Button
            type="primary"
            loading={pass.isPending}
            disabled={reasons.length > 0}
            onClick={() =>
              pass.mutate({ ...input, body: { version, points: [...points], reason: '' } })
            }
          >
            {t('pass')}
          </Button>
        ) : null}
        {filing.mayDo.includes('file') ? (
          <Button
            type="primary"
            loading={file.isPending}
            disabled={reasons.length > 0}
            onClick={() => file.mutate({ ...input, body: { version } })}
          >
            {t('file')}
          </Button>
        ) : null}
        {filing.mayDo.includes('return') ? (
          <Button
            danger
            loading={back.isPending}
            disabled={reasons.length === 0}
            onClick={() => back.mutate({ ...input, body: { version, reasons } })}
          >
            {t('return')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
