import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { openScanLog } from "#electron/scanner/scan-log.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

/** The file as the first version made it. */
const former = `
  CREATE TABLE sessions (id TEXT PRIMARY KEY, kind TEXT NOT NULL, device TEXT NOT NULL, device_name TEXT NOT NULL,
    class TEXT NOT NULL, settings TEXT NOT NULL, batch TEXT NOT NULL, item TEXT NOT NULL, state TEXT NOT NULL,
    fault TEXT NOT NULL, detail TEXT NOT NULL, started_at TEXT NOT NULL, started_by TEXT NOT NULL,
    ended_at TEXT NOT NULL) STRICT;
  CREATE TABLE pages (session TEXT NOT NULL REFERENCES sessions (id), ordinal INTEGER NOT NULL,
    page_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL,
    saved_at TEXT NOT NULL, place TEXT NOT NULL, fault TEXT NOT NULL, PRIMARY KEY (session, ordinal)) STRICT;
  INSERT INTO sessions VALUES ('s', 'escl', '10.0.0.2', 'MFP-1', 'administrative',
    '{"source":"feeder","duplex":true,"dpi":300,"colour":"colour","paper":"A4"}', 'batch-1', '', 'ended', '', '',
    '2025-05-20T01:00:00Z', 'Lê Thị Quét', '2025-05-20T01:01:00Z');
  INSERT INTO pages VALUES ('s', 1, 'page-1', 'quet-1.jpg', 'aa', 10, '2025-05-20T01:00:10Z', 'item', '');
  INSERT INTO pages VALUES ('s', 2, 'page-2', 'quet-2.jpg', 'bb', 10, '2025-05-20T01:00:20Z', 'item', '');
`;

it("keeps the log of an earlier version, whose sides nobody said, and lets them be said", () => {
  const folder = temporaryFolder();
  const old = new DatabaseSync(join(folder, "scans.sqlite"));
  old.exec(former);
  old.close();
  let log = openScanLog(folder);
  expect(log.session("s")).toMatchObject({ saved: 2, placed: 2, sides: "" });
  expect(log.given("page-2")).toEqual({ scanner: "MFP-1", side: "" });
  expect(log.saySides("s", "both")).toEqual([
    { pageId: "page-1", side: "front" },
    { pageId: "page-2", side: "back" },
  ]);
  log.close();
  log = openScanLog(folder);
  expect(log.session("s")).toMatchObject({ saved: 2, sides: "both" });
  expect(log.given("page-2")).toEqual({ scanner: "MFP-1", side: "back" });
  expect(log.given("nobody's")).toBeUndefined();
  log.close();
});
