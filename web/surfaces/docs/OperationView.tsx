import { useEffect, useRef } from 'react';

import { useWords } from '../../kit/words.ts';
import { type Entry, type Line, type Operation, toCurl, toLines } from './interface.ts';
import { messages } from './messages.ts';

/** One route: who may call it, what it takes, what it gives, how it refuses. */
export function OperationView({ entry }: { readonly entry: Entry }) {
  const t = useWords(messages);
  const heading = useRef<HTMLHeadingElement>(null);
  const { method, path, operation } = entry;
  useEffect(() => {
    heading.current?.focus();
    globalThis.scrollTo({ top: 0 });
  }, [operation.operationId]);
  const body = Object.entries(operation.requestBody?.content ?? {});
  return (
    <article className="ow-operation">
      <header>
        <p>
          <code>{operation.operationId}</code>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {operation.summary}
        </h1>
        <p className="ow-operation-path">
          <span className="ow-method" data-method={method}>
            {method}
          </span>
          <code>{path}</code>
        </p>
      </header>
      <Admission operation={operation} />
      <Parameters operation={operation} />
      {body.map(([type, { schema }]) => (
        <Lines key={type} title={t('body')} mediaType={type} lines={toLines(schema)} />
      ))}
      <Answers operation={operation} />
      <section>
        <h2>{t('example')}</h2>
        <pre>
          <code>{toCurl(entry, globalThis.location.origin)}</code>
        </pre>
      </section>
    </article>
  );
}

function Admission({ operation }: { readonly operation: Operation }) {
  const t = useWords(messages);
  const permission = operation['x-permission'];
  const isPublic = operation.security?.length === 0;
  return (
    <section>
      <h2>{t('admission')}</h2>
      {permission === undefined ? (
        <p>{t(isPublic ? 'public' : 'signedIn')}</p>
      ) : (
        <code>{permission}</code>
      )}
    </section>
  );
}

const placeWords = { path: 'inPath', query: 'inQuery', header: 'inHeader' } as const;

function Parameters({ operation }: { readonly operation: Operation }) {
  const t = useWords(messages);
  if (operation.parameters.length === 0) return null;
  return (
    <section>
      <h2>{t('parameters')}</h2>
      <div className="ow-docs-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('type')}</th>
              <th scope="col">{t('required')}</th>
              <th scope="col">{t('notes')}</th>
            </tr>
          </thead>
          <tbody>
            {operation.parameters.map((parameter) => {
              const [line] = toLines(parameter.schema);
              return (
                <tr key={`${parameter.in} ${parameter.name}`}>
                  <td>
                    <code>{parameter.name}</code>
                  </td>
                  <td>{t(placeWords[parameter.in])}</td>
                  <td>{line?.type ?? ''}</td>
                  <td>{t(parameter.required === true ? 'yes' : 'no')}</td>
                  <td>
                    <Notes notes={line?.notes ?? []} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Lines(props: {
  readonly title: string;
  readonly mediaType: string;
  readonly lines: readonly Line[];
}) {
  const t = useWords(messages);
  return (
    <section>
      <h2>
        {props.title} <small>{props.mediaType}</small>
      </h2>
      {props.lines.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <div className="ow-docs-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('type')}</th>
                <th scope="col">{t('required')}</th>
                <th scope="col">{t('notes')}</th>
              </tr>
            </thead>
            <tbody>
              {props.lines.map((line) => (
                <tr key={line.place}>
                  <td>
                    <code>{line.place}</code>
                  </td>
                  <td>{line.type}</td>
                  <td>{t(line.isRequired ? 'yes' : 'no')}</td>
                  <td>
                    <Notes notes={line.notes} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <span key={note} className="ow-docs-note">
      {note}
    </span>
  ));
}

function Answers({ operation }: { readonly operation: Operation }) {
  const t = useWords(messages);
  const responses = Object.entries(operation.responses);
  const fine = responses.filter(([status]) => Number(status) < 400);
  const refused = responses.filter(([status]) => Number(status) >= 400);
  return (
    <>
      {fine.flatMap(([status, { content = {} }]) =>
        Object.entries(content).map(([type, { schema }]) => (
          <Lines
            key={`${status} ${type}`}
            title={`${t('answer')} ${status}`}
            mediaType={type}
            lines={toLines(schema)}
          />
        )),
      )}
      <section>
        <h2>{t('problems')}</h2>
        <dl className="ow-refusals">
          {refused.map(([status, { description }]) => (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                {description.split('\n\n').map((line) => (
                  <Refusal key={line} line={line} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

/** `` `code` 中文 / English `` as the server writes it. */
function Refusal({ line }: { readonly line: string }) {
  const t = useWords(messages);
  const [, code = '', words = line] = /^`([^`]+)` (.*)$/s.exec(line) ?? [];
  const [zh = words, en = words] = words.split(' / ', 2);
  return (
    <p>
      <code>{code}</code> {t.language === 'zh-CN' ? zh : en}
    </p>
  );
}
