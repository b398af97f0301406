import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

import { download } from '../../../client/download.ts';
import {
  type FiltersOf,
  type Pages,
  type RowOf,
  type ListContract,
  usePages,
} from '../../../client/use-pages.ts';
import { EmptyState, PrintFrame, ProblemNotice } from '../../common/index.ts';
import { useLanguage } from '../../language.tsx';
import { useGo, useOpenPage } from '../../routing/index.ts';
import { useWords } from '../../words.ts';
import { messages } from '../messages.ts';
import { useTell } from '../use-tell.ts';
import { TableBody, WaitingRows } from './TableBody.tsx';
import { TableHead } from './TableHead.tsx';
import { TableToolbar } from './TableToolbar.tsx';
import type { DataTableProps } from './types.ts';
import { useColumns } from './use-columns.ts';
import { useRowKeys } from './use-row-keys.ts';
import { type TablePlace, useTablePlace } from './use-table-place.ts';

/** A list of the server as a table: pages, search, order, filters and columns, all by keyboard and by print. */
export function DataTable<C extends ListContract>(props: DataTableProps<C>) {
  const { place, query, pages, open } = useListing(props);
  const columns = useColumns(props.name, props.columns);
  const choice = useChoice(pages.rows, props.rowKey);
  const chosen = props.chosenActions && choice;
  const keys = useRowKeys({
    count: pages.rows.length,
    open: (index) => pages.rows.slice(index, index + 1).forEach((row) => open?.(row)),
    choose: chosen?.toggleAt,
    next: pages.next,
    previous: pages.previous,
  });
  const label = useLabel(props.label);
  return (
    <section className="ow-table" aria-label={label}>
      {props.hasHeading === true ? <h2 className="ow-table-heading">{label}</h2> : null}
      <TableToolbar
        place={place}
        isSearched={props.isSearched ?? true}
        searchHint={props.searchHint}
        filters={props.filters ?? []}
        columns={props.columns}
        isShown={columns.isShown}
        onToggleColumn={columns.toggle}
        onRefresh={pages.repeat}
        onExport={useExport(props, query)}
        actions={props.actions}
      />
      <ChosenBar count={choice.rows.length}>
        {props.chosenActions?.(choice.rows, choice.clear)}
      </ChosenBar>
      <PrintFrame title={label}>
        <div className="ow-table-scroll" data-busy={pages.isChanging ? 'yes' : 'no'}>
          <table aria-busy={pages.isLoading || pages.isChanging}>
            <caption className="ow-only-read">{label}</caption>
            <TableHead
              columns={columns.shown}
              sort={place.sort}
              onSort={(sort) => place.choose({ sort })}
              choice={chosen?.head}
            />
            <TableBody
              rows={pages.rows}
              columns={columns.shown}
              rowKey={props.rowKey}
              rowTo={props.rowTo}
              onOpen={open}
              keys={keys}
              choice={chosen}
            />
          </table>
          {pages.isLoading ? <WaitingRows /> : null}
        </div>
      </PrintFrame>
      <Instead pages={pages} place={place} empty={props.empty} />
      <TableFoot pages={pages} />
    </section>
  );
}

function useListing<C extends ListContract>(props: DataTableProps<C>) {
  const go = useGo();
  const { rowTo, filters = [] } = props;
  const filterKeys = filters.map((filter) => filter.key);
  const place = useTablePlace(filterKeys, props.keepsPlace ?? true);
  const query = {
    ...props.query,
    ...place.filters,
    search: place.search === '' ? undefined : place.search,
    sort: place.sort,
  };
  // What stands in the address is checked by the server; a wrong value is refused, never ignored.
  const listed = { params: props.params, query: query as unknown as FiltersOf<C> };
  const pages = usePages(props.contract, listed, {
    ...(props.limit === undefined ? {} : { limit: props.limit }),
    ...(props.refreshMs === undefined ? {} : { refreshMs: props.refreshMs }),
    trail: { cursor: place.cursor, number: place.number, goTo: place.turn },
  });
  const open = props.onOpen ?? (rowTo && ((row: RowOf<C>) => go(rowTo(row))));
  return { place, query, pages, open };
}

function useLabel(label: string | undefined): string {
  const { say } = useLanguage();
  const page = useOpenPage();
  return label ?? (page ? say(page.title) : '');
}

function useExport<C extends ListContract>(
  props: DataTableProps<C>,
  query: object,
): (() => Promise<void>) | undefined {
  const tell = useTell();
  const { exportContract, params } = props;
  if (!exportContract) return undefined;
  return () => download(exportContract, { params, query } as never).catch(tell.problem);
}

function useChoice<Row>(rows: readonly Row[], rowKey: (row: Row) => string) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(rowKey(row)));
  const toggleRow = (row: Row) => {
    const next = new Map(chosen);
    if (!next.delete(rowKey(row))) next.set(rowKey(row), row);
    setChosen(next);
  };
  const toggleAll = () => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (isAll) next.delete(rowKey(row));
      else next.set(rowKey(row), row);
    }
    setChosen(next);
  };
  return {
    rows: [...chosen.values()],
    has: (key: string) => chosen.has(key),
    toggle: (key: string) => rows.filter((row) => rowKey(row) === key).forEach(toggleRow),
    toggleAt: (index: number) => rows.slice(index, index + 1).forEach(toggleRow),
    clear: () => setChosen(new Map()),
    head: { isAll, isSome: rows.some((row) => chosen.has(rowKey(row))), toggleAll },
  };
}

function ChosenBar({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const t = useWords(messages);
  if (count === 0 || children === undefined) return null;
  return (
    <div className="ow-table-chosen ow-no-print">
      <output>{t('selected', { count })}</output>
      {children}
    </div>
  );
}

interface InsteadProps {
  readonly pages: Pages<unknown>;
  readonly place: TablePlace;
  readonly empty: DataTableProps<ListContract>['empty'];
}

/** What stands there when there are no rows: why, and what to do. */
function Instead({ pages, place, empty }: InsteadProps) {
  const t = useWords(messages);
  if (pages.problem?.status === 403)
    return <EmptyState title={t('noPermission')} hint={t('noPermissionHint')} />;
  if (pages.problem) return <ProblemNotice problem={pages.problem} onRetry={pages.repeat} />;
  if (pages.isLoading || pages.rows.length > 0) return null;
  const isFiltered =
    place.search !== '' || Object.values(place.filters).some((value) => value !== undefined);
  if (isFiltered) return <EmptyState title={t('nothingFound')} hint={t('nothingFoundHint')} />;
  return (
    <EmptyState
      title={empty?.title ?? t('nothingYet')}
      hint={empty?.hint}
      actions={empty?.actions}
    />
  );
}

function TableFoot({ pages }: { readonly pages: Pages<unknown> }) {
  const t = useWords(messages);
  if (pages.rows.length === 0) return null;
  return (
    <footer className="ow-table-foot ow-no-print">
      <span aria-live="polite">
        {pages.total === null ? '' : t('total', { total: pages.total })}
      </span>
      <nav aria-label={t('paging')}>
        <Button disabled={!pages.previous} onClick={() => pages.previous?.()}>
          {t('previous')}
        </Button>
        <span>{t('page', { number: pages.number })}</span>
        <Button disabled={!pages.next} onClick={() => pages.next?.()}>
          {t('next')}
        </Button>
      </nav>
    </footer>
  );
}
