import { countItem, listedLeaves, leavesOf } from "#shared/archive/count-leaves.ts";
import type { Records } from "#shared/archive/collections.ts";
import type { Held } from "#tests/electron/report/count-by-hand.ts";

const standing = <Kind extends { withdrawn: string }>(records: readonly Kind[]) =>
  records.filter(({ withdrawn }) => withdrawn === "");

/** The figures of some files at each stage of the matrix, record by record: a second count in its own words. */
export function matrixByHand(held: Held, files: readonly Records["files"][]) {
  const itemsOf = (file: Records["files"]) => standing(held.items).filter(({ fileId }) => fileId === file.id);
  const pagesOf = (item: Records["items"]) =>
    standing(held.pages)
      .filter(({ itemId }) => itemId === item.id)
      .sort((one, other) => one.ordinal - other.ordinal);
  const leafState = (item: Records["items"]) =>
    countItem(pagesOf(item), { leaves: item.leaves, pageCount: 0 }).state;
  const captured = (item: Records["items"]) => {
    const pages = pagesOf(item);
    const waits = item.hold !== "" || (item.held?.code ?? "") !== "" || pages.some(({ hold }) => hold !== "");
    return pages.length > 0 && !waits && pages.length >= item.pageCount && leafState(item) !== "short";
  };
  const shown = (item: Records["items"]) =>
    listedLeaves(item) === 0 ? 0 : Math.min(listedLeaves(item), leavesOf(pagesOf(item)).most);
  const packedBatch = (file: Records["files"]) =>
    standing(held.batches).some(
      ({ id, state }) => id === file.batchId && ["packed", "sent", "acknowledged"].includes(state),
    );
  const confirmed = (item: Records["items"]) => {
    if (item.type === "" || item.subject === "") return false;
    if (item.checkedAt !== "") return true;
    const said = `${item.fieldsConfirmed} ${item.fieldsByMachine}`.split(" ");
    const filled = (["type", "issuedDate", "issuer", "subject"] as const).filter((name) => item[name] !== "");
    return filled.every((name) => said.includes(name));
  };
  const whole = (is: (file: Records["files"]) => boolean) => {
    const some = files.filter(is);
    const items = some.flatMap(itemsOf);
    const leaves = some.reduce(
      (sum, file) =>
        sum + (file.leafCount || itemsOf(file).reduce((all, item) => all + listedLeaves(item), 0)),
      0,
    );
    return { files: some.length, items: items.length, leaves };
  };
  const byItem = (is: (item: Records["items"]) => boolean) => {
    const items = files.flatMap(itemsOf).filter((item) => captured(item) && is(item));
    return {
      files: files.filter((file) => {
        const own = itemsOf(file);
        return own.length > 0 && own.every((item) => captured(item) && is(item));
      }).length,
      items: items.length,
      leaves: items.reduce((sum, item) => sum + shown(item), 0),
    };
  };
  return [
    whole(() => true),
    whole(({ receivedAt }) => receivedAt !== ""),
    byItem(() => true),
    byItem((item) => item.checkedAt !== "" && !pagesOf(item).some(({ verdict }) => verdict === "rejected")),
    byItem(confirmed),
    byItem(({ renditionDigest }) => renditionDigest !== ""),
    byItem(
      ({ renditionDigest, signature }) => renditionDigest !== "" && signature?.digest === renditionDigest,
    ),
    whole(packedBatch),
    byItem((item) => item.renditionDigest !== "" && item.renditionDigest === item.receiptDigest),
  ];
}
