/*
 * How every item stands, and by file the sums of it, so that a matrix of 100,000 items adds up some thousand rows.
 * `s0` … are a file's items at each stage, `l0` … their leaves, `g0` … its captured items of each group, `leaf_gaps` the
 * leaves that no item claims (JSON, empty where none). A file that is known only by its items has a row that does not
 * count (`stands` 0). `standing_groups` has the same sums of a file's items in each group; of a file without items
 * one empty row, in the group of the file. Days are Vietnam's. `standing_holds` has the files and items that are kept back; batches are few,
 * and asked of the journal.
 */
export const standingTables = `
  CREATE TABLE standing_pages (
    key INTEGER PRIMARY KEY,
    item INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    a4 INTEGER NOT NULL,
    day TEXT NOT NULL,
    blank TEXT NOT NULL,
    side TEXT NOT NULL,
    hold TEXT NOT NULL,
    verdict TEXT NOT NULL
  ) STRICT;
  CREATE INDEX standing_pages_of_item ON standing_pages (item, ordinal);
  CREATE INDEX standing_pages_of_day ON standing_pages (day, item, a4);
  CREATE TABLE standing_items (
    key INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    facts TEXT NOT NULL,
    grp INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    listed_pages INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    a4 INTEGER NOT NULL,
    listed_leaves INTEGER NOT NULL,
    leaves INTEGER NOT NULL,
    odd INTEGER NOT NULL,
    day TEXT NOT NULL
  ) STRICT;
  CREATE INDEX standing_items_of_file ON standing_items (file);
  CREATE INDEX standing_items_of_day ON standing_items (day, file) WHERE day <> '';
  CREATE TABLE standing_files (
    key INTEGER PRIMARY KEY,
    stands INTEGER NOT NULL,
    scope TEXT NOT NULL,
    fonds TEXT NOT NULL,
    inventory TEXT NOT NULL,
    box TEXT NOT NULL,
    batch TEXT NOT NULL,
    code TEXT NOT NULL,
    notation TEXT NOT NULL,
    grp INTEGER NOT NULL,
    frequent INTEGER NOT NULL,
    received INTEGER NOT NULL,
    poor INTEGER NOT NULL,
    file_pages INTEGER NOT NULL,
    file_leaves INTEGER NOT NULL,
    items INTEGER NOT NULL DEFAULT 0,
    stages INTEGER NOT NULL DEFAULT 0,
    listed_pages INTEGER NOT NULL DEFAULT 0,
    pages INTEGER NOT NULL DEFAULT 0,
    a4 INTEGER NOT NULL DEFAULT 0,
    listed_leaves INTEGER NOT NULL DEFAULT 0,
    leaves INTEGER NOT NULL DEFAULT 0,
    odd INTEGER NOT NULL DEFAULT 0,
    s0 INTEGER NOT NULL DEFAULT 0,
    s1 INTEGER NOT NULL DEFAULT 0,
    s2 INTEGER NOT NULL DEFAULT 0,
    s3 INTEGER NOT NULL DEFAULT 0,
    s4 INTEGER NOT NULL DEFAULT 0,
    s5 INTEGER NOT NULL DEFAULT 0,
    l0 INTEGER NOT NULL DEFAULT 0,
    l1 INTEGER NOT NULL DEFAULT 0,
    l2 INTEGER NOT NULL DEFAULT 0,
    l3 INTEGER NOT NULL DEFAULT 0,
    l4 INTEGER NOT NULL DEFAULT 0,
    l5 INTEGER NOT NULL DEFAULT 0,
    g0 INTEGER NOT NULL DEFAULT 0,
    g1 INTEGER NOT NULL DEFAULT 0,
    g2 INTEGER NOT NULL DEFAULT 0,
    g3 INTEGER NOT NULL DEFAULT 0,
    g4 INTEGER NOT NULL DEFAULT 0,
    leaf_gaps TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE TABLE standing_groups (
    file INTEGER NOT NULL,
    grp INTEGER NOT NULL,
    items INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    listed_leaves INTEGER NOT NULL,
    odd INTEGER NOT NULL,
    s0 INTEGER NOT NULL,
    s1 INTEGER NOT NULL,
    s2 INTEGER NOT NULL,
    s3 INTEGER NOT NULL,
    s4 INTEGER NOT NULL,
    s5 INTEGER NOT NULL,
    l0 INTEGER NOT NULL,
    l1 INTEGER NOT NULL,
    l2 INTEGER NOT NULL,
    l3 INTEGER NOT NULL,
    l4 INTEGER NOT NULL,
    l5 INTEGER NOT NULL,
    PRIMARY KEY (file, grp)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE standing_holds (
    key INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    code TEXT NOT NULL
  ) STRICT;
  CREATE INDEX standing_files_by_place ON standing_files (fonds, inventory, box, code);
  CREATE INDEX standing_files_by_batch ON standing_files (batch) WHERE batch <> '';
`;
