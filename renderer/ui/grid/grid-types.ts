/** A column of a grid; it knows neither records nor words. */
export type GridColumn = {
  key: string;
  title: string;
  /** Width in rem. */
  width: number;
  /** How a cell is edited: free text, one of `options` (searched without accents), or not at all. */
  kind: "text" | "choice" | "fixed";
  options?: readonly GridOption[];
  /** Of a free text: what is offered below it while it is typed, and never taken by itself. */
  suggestions?: readonly GridOption[];
  /** What a value shows that is none of the options any more; else it is shown as it is. */
  unlisted?: string;
  align?: "end";
  /** What is said of the length of a text, while it is typed and after. */
  lengthNote?: (text: string) => string | undefined;
  /** Stays in view at the left; the pinned columns are the first. */
  pinned?: boolean;
  /** False where `onSort` is given and this column cannot order the rows. */
  sortable?: boolean;
  required?: boolean;
};

/** One of a list; it is known by its `short` name and by what it is `also` called. `note` is shown beside it. */
export type GridOption = {
  value: string;
  label: string;
  short?: string;
  also?: readonly string[];
  note?: string;
};

/** What a cell shows; `edited` is the text its input begins with where that differs. */
export type GridCell = {
  text: string;
  edited?: string;
  /** What stands there is only a beginning: what is typed goes on after it instead of replacing it. */
  typeOn?: boolean;
  /** What is wrong with it, in words; shown at the cell, and read out. */
  problem?: string;
  /** A lesser note, in words. */
  warning?: string;
};

export type GridRowState = {
  /** `draft`: typed and not yet saved; `withdrawn`: struck through. */
  mark?: "draft" | "withdrawn";
};

/** A place in the grid: row from 0, column's place among the visible columns. */
export type GridPlace = { row: number; column: number };

/** A rectangle of cells; `to` may lie before `from`. */
export type GridRange = { from: GridPlace; to: GridPlace };

/** What the keys ask of whoever holds the records; the grid itself moves, selects and edits. */
export type GridCommand =
  /** Ctrl+D: the first row of the range into the others; of a single cell: the cell above into it. */
  | "fill-down"
  /** Ctrl+': the cell above into the active cell. */
  | "copy-above"
  /** Ctrl+Enter: save the row and begin the next with the kept values. */
  | "save-next"
  /** Ctrl+Z and Ctrl+Y, while no cell is being edited. */
  | "undo"
  | "redo"
  /** Ctrl+Delete: withdraw the selected rows. */
  | "withdraw"
  /** Ctrl+M: move the selected rows. */
  | "move"
  /** Ctrl+B: change a field of the selected rows. */
  | "bulk-edit"
  /** Ctrl+E: a sequence down the range. */
  | "sequence"
  /** Ctrl+I: who changed what of the active row. */
  | "trail";

export type GridProps = {
  label: string;
  columns: readonly GridColumn[];
  rowCount: number;
  keyOf: (row: number) => string;
  /** `undefined` while the record is not yet read. */
  cell: (row: number, column: GridColumn) => GridCell | undefined;
  rowState?: (row: number) => GridRowState;
  /** Rows that came into view, to be read. */
  onSeen: (first: number, last: number) => void;
  /**
   * One cell was typed into and left; `text` is in NFC. In a choice column it is the `value` of the option chosen or
   * written (accents optional), else the text as typed. `key` is what `keyOf` said of the row when the typing began,
   * and `row` where that record stands now, -1 where it is no longer in the list. `cell` gives the new text from the
   * next rendering on, however long the saving takes.
   */
  onEdit: (row: number, column: GridColumn, text: string, key: string) => void;
  /**
   * A block was pasted with its first cell at `at`; rows and cells as Excel puts them on the clipboard, in NFC. It may
   * reach beyond the grid. A single value pasted over a range fills it; a range emptied (Delete, Ctrl+X) comes as a
   * block of empty texts.
   */
  onPaste: (at: GridPlace, block: readonly (readonly string[])[]) => void;
  onCommand: (command: GridCommand, range: GridRange) => void;
  /** A range was to be copied whose rows are not all read; nothing was copied. */
  onUnread?: ((range: GridRange) => void) | undefined;
  onRange?: (range: GridRange) => void;
  /** Enter on a fixed cell or double click on a row's number: open the record. */
  onOpen?: (row: number) => void;
  /** Columns whose value the next record keeps: their heading is coloured, a click on it toggles. */
  kept?: ReadonlySet<string>;
  onKept?: (column: GridColumn) => void;
  sorted?: { key: string; descending: boolean };
  onSort?: (column: GridColumn) => void;
  /** Where the grid is told to go: a new object moves the active cell there. */
  goTo?: GridPlace;
  /** A new object gives the active cell the focus: a dialog over the grid was closed. */
  focusAgain?: object | undefined;
  words: GridWords;
};

export type GridWords = {
  /** Said of a row whose record is being read. */
  reading: string;
  rowNumber: string;
  /** The heading's button: `Giữ giá trị cột Hộp số cho dòng sau`. */
  keep: (title: string) => string;
  sort: (title: string) => string;
  noOption: string;
};
