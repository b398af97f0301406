import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';

import { type ApiProblem, toApiProblem } from '#web/client/index.ts';
import { ProblemNotice } from '#web/kit/common/index.ts';

import './finder.css';

/** One thing that was found. */
export interface Found<T> {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly value: T;
}

export interface FinderProps<T> {
  readonly label: string;
  readonly placeholder?: string;
  /** The best hits for a text; none when it is too short. */
  readonly find: (text: string, signal: AbortSignal) => Promise<ReadonlyArray<Found<T>>>;
  readonly onPick: (value: T) => void;
  /** Shown below the box when nothing was found. */
  readonly none: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Shorter texts are not looked up. */
  readonly shortest?: number;
}

const PAUSE_MS = 250;

/** The chosen hit stays in sight while the arrows move through a long list. */
const showInList = (hit: HTMLElement | null) => hit?.scrollIntoView({ block: 'nearest' });

/** A box to type into with hits below it: arrows move, Enter takes, Escape closes. The text stays on the page only. */
export function Finder<T>(props: FinderProps<T>) {
  const { label, placeholder, onPick, none, inputRef } = props;
  const id = useId();
  const search = useFind(props.find, props.shortest ?? 2);
  const [active, setActive] = useState(0);
  const { hits, text } = search;
  const isOpen = hits !== undefined && text !== '';
  const pick = (index: number) => {
    const hit = hits?.[index];
    if (hit === undefined) return;
    search.clear();
    onPick(hit.value);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((active + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape') search.clear();
  };
  return (
    <div className="ow-finder">
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        {...(isOpen && hits.length > 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          setActive(0);
          search.change(event.target.value);
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hang below a box that is typed into */}
      <div id={`${id}-hits`} role="listbox" aria-label={label} hidden={!isOpen}>
        {(hits ?? []).map((hit, index) => (
          <div
            key={hit.key}
            id={`${id}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option holds a line of text only; hits have two
            role="option"
            tabIndex={-1}
            ref={index === active ? showInList : undefined}
            aria-selected={index === active}
            onPointerMove={() => setActive(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(index);
            }}
          >
            <strong>{hit.title}</strong>
            {hit.detail === undefined ? null : <small>{hit.detail}</small>}
          </div>
        ))}
      </div>
      {isOpen && hits.length === 0 ? <div className="ow-finder-none">{none}</div> : null}
      <ProblemNotice problem={search.problem} onRetry={() => search.change(text)} />
    </div>
  );
}

function useFind<T>(find: FinderProps<T>['find'], shortest: number) {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<ReadonlyArray<Found<T>> | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const asked = useRef<AbortController | undefined>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => stop, []);
  const ask = async (wanted: string) => {
    const controller = new AbortController();
    asked.current = controller;
    try {
      const found = await find(wanted, controller.signal);
      if (!controller.signal.aborted) setHits(found);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(toApiProblem(error));
    }
  };
  return {
    text,
    hits,
    problem,
    change: (typed: string) => {
      stop();
      setText(typed);
      setProblem(null);
      const wanted = typed.trim();
      if (wanted.length < shortest) setHits(undefined);
      else timer.current = setTimeout(() => void ask(wanted), PAUSE_MS);
    },
    clear: () => {
      stop();
      setText('');
      setHits(undefined);
    },
  };
}
