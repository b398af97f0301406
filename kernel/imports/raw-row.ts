/** A row of a sheet before it is checked: its number there, and its texts by field. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, string>>;
}
