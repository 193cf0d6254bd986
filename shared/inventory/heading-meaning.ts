import type { ColumnField } from "#shared/inventory/column-field.ts";

/** What a heading may mean: one field; or one of a file and one of an item, told apart by where it stands. */
export type Meaning = { file?: ColumnField; item?: ColumnField };

/** Says what spellings of a heading mean, each in the form of `headingKey`. */
export type Means = (meaning: Meaning, ...spellings: string[]) => void;
