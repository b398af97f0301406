import {
  DownloadOutlined,
  PrinterOutlined,
  ReloadOutlined,
  SearchOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Input, Popover, Select, Tooltip } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';

import { useWords } from '../../words.ts';
import { messages } from '../messages.ts';
import type { FilterOption } from './types.ts';
import type { TablePlace } from './use-table-place.ts';

interface TableToolbarProps {
  readonly place: TablePlace;
  readonly isSearched: boolean;
  readonly searchHint: string | undefined;
  readonly filters: ReadonlyArray<{
    readonly key: string;
    readonly title: string;
    readonly options: readonly FilterOption[];
  }>;
  readonly columns: ReadonlyArray<{ readonly key: string; readonly title: string }>;
  readonly isShown: (key: string) => boolean;
  readonly onToggleColumn: (key: string) => void;
  readonly onRefresh: () => void;
  readonly onExport: (() => Promise<void>) | undefined;
  readonly actions: ReactNode;
}

/** Search, filters and what can be done with the whole list. */
export function TableToolbar(props: TableToolbarProps) {
  const { place, filters } = props;
  const t = useWords(messages);
  const isFiltered =
    place.search !== '' || Object.values(place.filters).some((value) => value !== undefined);
  const clear = () =>
    place.choose({
      search: undefined,
      ...Object.fromEntries(filters.map((filter) => [filter.key, undefined])),
    });
  return (
    <div className="ow-table-bar ow-no-print">
      <search className="ow-table-filters">
        {props.isSearched ? (
          <SearchField place={place} hint={props.searchHint ?? t('searchHere')} />
        ) : null}
        {filters.map((filter) => (
          <Select
            key={filter.key}
            className="ow-table-filter"
            allowClear
            showSearch={filter.options.length > 8 ? { optionFilterProp: 'label' } : false}
            popupMatchSelectWidth={false}
            value={place.filters[filter.key] ?? null}
            onChange={(value: string | null) => place.choose({ [filter.key]: value ?? undefined })}
            options={[...filter.options]}
            placeholder={filter.title}
            aria-label={t('filterBy', { name: filter.title })}
          />
        ))}
        {isFiltered ? (
          <Button type="link" onClick={clear}>
            {t('clearFilters')}
          </Button>
        ) : null}
      </search>
      <div className="ow-table-acts">
        {props.actions}
        <ExportButton onExport={props.onExport} />
        <IconButton
          label={t('print')}
          icon={<PrinterOutlined />}
          onClick={() => globalThis.print()}
        />
        <IconButton label={t('refresh')} icon={<ReloadOutlined />} onClick={props.onRefresh} />
        <ColumnChooser {...props} />
      </div>
    </div>
  );
}

function IconButton(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick?: () => void;
}) {
  return (
    <Tooltip title={props.label}>
      <Button
        type="text"
        icon={props.icon}
        onClick={() => props.onClick?.()}
        aria-label={props.label}
      />
    </Tooltip>
  );
}

function ExportButton({ onExport }: Pick<TableToolbarProps, 'onExport'>) {
  const t = useWords(messages);
  const [isBusy, setBusy] = useState(false);
  if (!onExport) return null;
  const start = async () => {
    setBusy(true);
    await onExport().finally(() => setBusy(false));
  };
  return (
    <Button icon={<DownloadOutlined />} loading={isBusy} onClick={() => void start()}>
      {t('export')}
    </Button>
  );
}

function ColumnChooser(props: Pick<TableToolbarProps, 'columns' | 'isShown' | 'onToggleColumn'>) {
  const t = useWords(messages);
  const list = (
    <fieldset className="ow-table-columns">
      <legend>{t('columns')}</legend>
      {props.columns.map((column, index) => (
        <Checkbox
          key={column.key}
          checked={props.isShown(column.key)}
          disabled={index === 0}
          onChange={() => props.onToggleColumn(column.key)}
        >
          {column.title}
        </Checkbox>
      ))}
    </fieldset>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button
        type="text"
        icon={<SettingOutlined />}
        aria-label={t('columns')}
        title={t('columns')}
      />
    </Popover>
  );
}

const PAUSE_MS = 250;

/** Searches when the typing pauses, not while a Chinese word is still being composed. */
function SearchField({ place, hint }: { readonly place: TablePlace; readonly hint: string }) {
  const [text, setText] = useState(place.search);
  const [isComposing, setComposing] = useState(false);
  const [shown, setShown] = useState(place.search);
  // The address changed by itself: back, a link, "clear filters".
  if (shown !== place.search) {
    setShown(place.search);
    setText(place.search);
  }
  const search = useEffectEvent(() => {
    setShown(text.trim());
    place.choose({ search: text.trim() === '' ? undefined : text.trim() });
  });
  const isDue = !isComposing && text.trim() !== place.search;
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => search(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isDue, text]);
  return (
    <Input
      className="ow-table-search"
      type="search"
      prefix={<SearchOutlined />}
      allowClear
      value={text}
      placeholder={hint}
      aria-label={hint}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  );
}
