import { documentTypeName } from "#shared/archive/codes.ts";
import type { Records } from "#shared/archive/collections.ts";
import type { Item } from "#shared/archive/item.ts";
import type { SearchHit } from "#shared/contract/records.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { notationOf, writtenDate } from "./indexed-text.ts";

/** The hit that shows a record as the journal holds it now; nothing where it no longer stands. */
export function hitOf(journal: Journal, collection: string, id: string): SearchHit | undefined {
  switch (collection) {
    case "fonds":
      return shown(journal.read("fonds", id), "fonds", (fonds) => ({
        title: fonds.name,
        line: joined(fonds.code, fonds.dateSpan),
      }));
    case "batches":
      return shown(journal.read("batches", id), "batches", (batch) => ({
        title: batch.name === "" ? batch.number : batch.name,
        line: batch.number,
      }));
    case "files":
      return shown(journal.read("files", id), "files", (file) => ({
        title: file.title,
        line: joined(file.code, joined(writtenDate(file.startDate), writtenDate(file.endDate), " - ")),
        fileId: id,
      }));
    case "items":
      return shown(itemInStandingFile(journal, id), "items", (item) => ({
        title:
          item.subject === "" ? joined(documentTypeName(item.type), notationOf(item), " ") : item.subject,
        line: joined(joined(notationOf(item), writtenDate(item.issuedDate)), item.issuer),
        fileId: item.fileId,
        itemId: id,
        renditionDigest: item.renditionDigest,
      }));
    default:
      return undefined;
  }
}

/** The item, unless the file it is in was withdrawn: what is in it no longer counts either. */
function itemInStandingFile(journal: Journal, id: string): Item | undefined {
  const item = journal.read("items", id);
  const file = item && journal.read("files", item.fileId);
  return file && file.withdrawn !== "" ? undefined : item;
}

function shown<Name extends SearchHit["collection"]>(
  record: Records[Name] | undefined,
  collection: Name,
  show: (record: Records[Name]) => Partial<SearchHit> & Pick<SearchHit, "title" | "line">,
): SearchHit | undefined {
  if (record?.withdrawn !== "") return undefined;
  const { id, scope } = record;
  return { collection, id, snippet: "", fileId: "", itemId: "", renditionDigest: "", scope, ...show(record) };
}

function joined(one: string, other: string, between = " · "): string {
  return [one, other].filter((text) => text !== "").join(between);
}
