import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { openTray, type Waiting } from "#electron/capture/tray.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

function open(folder = temporaryFolder()) {
  const tray = openTray(folder);
  onTestFinished(() => tray.close());
  const lay = (name: string, fields: Partial<Waiting> = {}) =>
    tray.lay({
      ...{ digest: "blank", name, page: 0, pages: 1, pageId: "", mediaType: "image/jpeg" },
      ...{ thumbDigest: "", receivedAt: "2025-05-20T08:00:00.000Z", kind: "pages" },
      ...{ itemId: "", fileId: "", batchId: "", refusal: "" },
      ...fields,
    });
  const lies = () => tray.list().map(({ name, pageId }) => `${name} ${pageId}`.trim());
  const take = (name: string, pageId = "", already = false) =>
    tray.take({ digest: "blank", name, pageId, pages: 1 }, already);
  return { ...tray, lay, lies, take };
}

describe("two scans of the same bytes", () => {
  it("are two of a device's pages, though one name was given to both", () => {
    const { lay, lies } = open();
    lay("quet-1.jpg", { pageId: "page-1" });
    lay("quet-1.jpg", { pageId: "page-2" });
    lay("quet-1.jpg", { pageId: "page-2" });
    expect(lies()).toEqual(["quet-1.jpg page-1", "quet-1.jpg page-2"]);
  });

  it("leave one by one, each as itself; a page from the feeder takes none of those that wait", () => {
    const { lay, lies, take } = open();
    for (const at of [1, 2, 3]) lay(`quet-${at}.jpg`, { pageId: `page-${at}` });
    take("quet-9.jpg", "page-9");
    expect(lies()).toHaveLength(3);
    take("quet-2.jpg", "page-2");
    expect(lies()).toEqual(["quet-1.jpg page-1", "quet-3.jpg page-3"]);
  });

  it("chosen by hand leave by their names, else the first of them and no other", () => {
    const { lay, lies, take } = open();
    for (const name of ["a.jpg", "b.jpg", "c.jpg", "b.jpg"]) lay(name);
    expect(lies()).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
    take("b.jpg");
    expect(lies()).toEqual(["a.jpg", "c.jpg"]);
    take("H05.1.0000001.jpg");
    expect(lies()).toEqual(["c.jpg"]);
    // What was the item's already found its place before.
    take("H05.1.0000001.jpg", "", true);
    expect(lies()).toEqual(["c.jpg"]);
  });

  it("a file chosen by hand that lies there as a device's page is the same page", () => {
    const { lay, lies } = open();
    lay("quet-1.jpg", { pageId: "page-1" });
    lay("quet-1.jpg");
    expect(lies()).toEqual(["quet-1.jpg page-1"]);
  });

  it("are said to be laid each by itself", () => {
    const tray = open();
    const { lay } = tray;
    lay("quet-1.jpg", { pageId: "page-1" });
    lay("quet-1.jpg", { pageId: "page-2" });
    tray.say({ digest: "blank", name: "quet-1.jpg", page: 0, pageId: "page-2" }, ["record"]);
    expect(tray.list().map(({ laid }) => laid)).toEqual([[], ["record"]]);
  });
});

it("takes over what lay in the tray of the version before, with the pages that the devices' log knows", () => {
  const folder = temporaryFolder();
  const database = new DatabaseSync(join(folder, "tray.sqlite"));
  database.exec(`CREATE TABLE arrivals (digest TEXT, name TEXT, page INTEGER, pages INTEGER, media_type TEXT,
    thumb TEXT, received_at TEXT, kind TEXT, item_id TEXT, file_id TEXT, batch_id TEXT, refusal TEXT, laid TEXT,
    PRIMARY KEY (digest, page, name)) STRICT`);
  database.exec(`INSERT INTO arrivals VALUES
    ('d', 'quet-7.jpg', 0, 1, 'image/jpeg', 't', '2025', 'pages', '', 'file-1', 'batch-1', '', 'page-a page-b'),
    ('e', 'tay.pdf', 2, 3, 'application/pdf', '', '2025', 'separator', 'item-1', '', '', '', '')`);
  database.close();
  const scans = { origin: (digest: string) => (digest === "d" ? "page-7" : undefined) };
  for (let time = 0; time < 2; time += 1) {
    const tray = openTray(folder, scans);
    expect(tray.list()).toMatchObject([
      {
        ...{ digest: "d", name: "quet-7.jpg", page: 0, pages: 1, pageId: "page-7", thumbDigest: "t" },
        ...{ fileId: "file-1", batchId: "batch-1", laid: ["page-a", "page-b"] },
      },
      { digest: "e", page: 2, pages: 3, pageId: "", kind: "separator", itemId: "item-1", laid: [] },
    ]);
    tray.close();
  }
});
