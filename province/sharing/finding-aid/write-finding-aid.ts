import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { writeDate } from "#shared/archive/date-text.ts";
import type { Unit } from "#shared/archive/unit.ts";
import { vi } from "#shared/text/vi.ts";
import { provinceVersion } from "#province/province-version.ts";
import { maskedFonds } from "#province/sharing/mask-record.ts";
import { secondText } from "#province/sharing/second-text.ts";
import type { Database } from "#province/store/database.ts";
import type { FondsEntry, FondsReader } from "#province/store/fonds-contents.ts";
import { describeFonds } from "./describe-fonds.ts";
import { ead2002 } from "./ead-2002.ts";
import { ead3 } from "./ead-3.ts";
import type { AidHead, AidWriter, FindingAidForm } from "./model.ts";
import type { FoundFonds } from "./read-fonds.ts";
import { readScheme, walkFonds } from "./walk-fonds.ts";

const writers: Record<FindingAidForm, AidWriter> = { ead2002, ead3 };

/** Letters of a piece, about: what waits to be sent is no more. */
const pieceLength = 32_000;

type Store = { database: Database; units: readonly Unit[]; name: string };

/** Part of a document, and the records that are described in it. */
export type AidPiece = { text: string; records: number };

/**
 * The finding aid of a fonds, piece by piece: nothing of it is kept, however large it is. It is whole where it ends as XML
 * ends. Entries that are the same fonds are described as one, parts of it as subfonds after the rest.
 */
export async function* writeFindingAid(
  { database, units, name }: Store,
  asked: FondsReader,
  { head, same, parts }: FoundFonds,
  { form, now }: { form: FindingAidForm; now: number },
): AsyncGenerator<AidPiece> {
  const writer = writers[form];
  const tables = { units, successors: asked.successors };
  const { upTo } = asked.reader;
  const own = await Promise.all(
    [head, ...same].map(async (entry) => ({ entry, scheme: await readScheme(database, entry) })),
  );
  const sum = (count: (entry: FondsEntry) => number, entries: readonly FondsEntry[]) =>
    entries.reduce((all, entry) => all + count(entry), 0);
  const countsOf = (entries: readonly FondsEntry[]) => ({
    files: sum(({ files }) => files, entries),
    items: sum(({ items }) => items, entries),
  });
  let piece: AidPiece = {
    text: writer.begin(
      headOf(head, name, now),
      describeFonds(head, {
        ...{ level: "fonds", counts: countsOf([head, ...same, ...parts]), same, upTo, tables },
        scheme: own.some(({ scheme }) => scheme.length > 0),
      }),
    ),
    records: 0,
  };
  function* put(text: string, records: number): Generator<AidPiece> {
    piece = { text: piece.text + text, records: piece.records + records };
    if (piece.text.length < pieceLength) return;
    yield piece;
    piece = { text: "", records: 0 };
  }
  async function* contents(entry: FondsEntry, scheme: Awaited<ReturnType<typeof readScheme>>) {
    for await (const one of walkFonds(database, asked, entry, scheme))
      if (one.step === "close") yield* put(writer.close(), 0);
      else yield* put(writer.open(one.unit), ["file", "item"].includes(one.unit.level) ? 1 : 0);
  }
  for (const { entry, scheme } of own) yield* contents(entry, scheme);
  for (const entry of parts) {
    const scheme = await readScheme(database, entry);
    const unit = describeFonds(entry, {
      ...{ level: "subfonds", counts: countsOf([entry]), same: [], scheme: scheme.length > 0, upTo, tables },
    });
    yield* put(writer.open(unit), 0);
    yield* contents(entry, scheme);
    yield* put(writer.close(), 0);
  }
  yield { ...piece, text: piece.text + writer.end() };
}

function headOf({ fonds }: FondsEntry, agency: string, now: number): AidHead {
  const words = vi.findingAid;
  const { id, code, name, archiveCode, codesConfirmedAt } = maskedFonds(fonds);
  return {
    ...{ id, title: words.title([code, name].filter(Boolean).join(" ")), agency, agencyCode: archiveCode },
    ...{ country: "VN", madeAt: secondText(Math.floor(now / 1000)), day: writeDate(dayInVietnam(now)) },
    program: `${vi.common.product} ${provinceVersion}`,
    remarks: codesConfirmedAt === "" ? [words.provisional] : [],
  };
}
