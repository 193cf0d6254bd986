import type { Static } from "typebox";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { type BoxName, idOfBox } from "#shared/archive/box-id.ts";
import { placeOfBox } from "#shared/archive/box-place.ts";
import { holdCode, type PaperHoldReason } from "#shared/archive/paper-hold.ts";
import { fold } from "#shared/base/fold.ts";
import type { paperSchema } from "#shared/contract/custody.ts";
import type { PaperQuestion } from "#shared/custody/read-question.ts";
import type { Index } from "#electron/index/open-index.ts";
import type { Journal } from "#electron/journal/journal.ts";
import { textIn } from "#electron/journal/row.ts";

export type Paper = Static<typeof paperSchema>;

/** The boxes and files that the inventory knows, by their ids and by what people call them. */
export function knownPapers({ journal, index }: { journal: Journal; index: Index }) {
  const codeOf = (fondsId: string) => journal.read("fonds", fondsId)?.code ?? "";

  /** Every box that files or records of boxes name. A few hundred in a fonds. */
  const boxes = async (): Promise<Map<string, BoxName>> => {
    const named = await index.ask(["rows"], (database) =>
      database
        .prepare(
          `SELECT DISTINCT fonds, inventory, box FROM file_rows WHERE box <> '' ORDER BY fonds, box_order`,
        )
        .all()
        .map((row) => ({
          fondsId: textIn(row, "fonds"),
          inventory: textIn(row, "inventory"),
          number: textIn(row, "box"),
        })),
    );
    return new Map(named.map((name) => [idOfBox(name), name]));
  };

  const paperOfBox = (name: BoxName): Paper => ({
    ...{ subject: "box", id: idOfBox(name), fondsId: name.fondsId, fondsCode: codeOf(name.fondsId) },
    ...{ inventory: name.inventory, label: name.number, title: "", box: "" },
    place: placeOfBox(journal.read("boxes", idOfBox(name))),
  });

  const paperOfFile = (file: ArchiveFile): Paper => ({
    ...{ subject: "file", id: file.id, fondsId: file.fondsId, fondsCode: codeOf(file.fondsId) },
    ...{ inventory: file.inventory, label: file.code, title: file.title, box: file.box },
    place: file.location || placeOfBox(journal.read("boxes", boxOfFile(file) ?? "")),
  });

  const standing = (file: ArchiveFile | undefined) =>
    file !== undefined && file.withdrawn === "" ? [paperOfFile(file)] : [];

  /** The files that the inventory puts into a box, by their ids. */
  const filesIn = (name: BoxName): Promise<string[]> =>
    index.ask(["rows"], (database) =>
      database
        .prepare(
          `SELECT k.id AS id FROM file_rows f JOIN keys k ON k.key = f.key
           WHERE f.fonds = ? AND f.inventory = ? AND f.box = ?`,
        )
        .all(name.fondsId, name.inventory, name.number)
        .map((row) => textIn(row, "id")),
    );

  return {
    boxes,
    filesIn,
    /** Why a file, or something in it, is kept back. */
    holdsOf(fileId: string): PaperHoldReason[] {
      const file = journal.read("files", fileId);
      const secret = journal
        .children("items", fileId)
        .some((item) => item.withdrawn === "" && holdCode(item) === "secret");
      const own = file ? holdCode(file) : "";
      return [...(own === "" ? [] : [own]), ...(secret ? ["secret" as const] : [])];
    },
    /** The paper of an id; one that the inventory no longer names keeps the id for its name. */
    read(subject: Paper["subject"], id: string, known: ReadonlyMap<string, BoxName>): Paper | undefined {
      if (subject === "file") {
        const file = journal.read("files", id);
        return file && paperOfFile(file);
      }
      const name = known.get(id) ?? journal.read("boxes", id);
      return name && paperOfBox(name);
    },
    /** What a question names: a box of each fonds where none was said. */
    async find(question: PaperQuestion): Promise<Paper[]> {
      if (question.of === "file") return standing(journal.read("files", question.id));
      if (question.of === "item") {
        const item = journal.read("items", question.id);
        return item ? standing(journal.read("files", item.fileId)) : [];
      }
      const number = question.of === "box" ? question.box : question.code;
      const papers = [...(await boxes()).values()]
        .filter((name) => fold(name.number) === fold(number))
        .map(paperOfBox);
      if (question.of === "code") return [...journal.filesWithCode(number).flatMap(standing), ...papers];
      const { fondsCode, inventory } = question;
      return papers.filter(
        (paper) =>
          (fondsCode === "" || fold(paper.fondsCode) === fold(fondsCode)) &&
          (inventory === undefined || paper.inventory === inventory),
      );
    },
    scopeOf: (paper: Paper): string | undefined =>
      paper.subject === "file"
        ? journal.read("files", paper.id)?.scope
        : journal.read("fonds", paper.fondsId)?.scope,
    batchOf: (paper: Paper): string =>
      paper.subject === "file" ? (journal.read("files", paper.id)?.batchId ?? "") : "",
    boxOf: (paper: Paper): string | undefined =>
      paper.subject === "file" && paper.box !== ""
        ? idOfBox({ fondsId: paper.fondsId, inventory: paper.inventory, number: paper.box })
        : undefined,
  };
}

function boxOfFile({ fondsId, inventory, box }: ArchiveFile): string | undefined {
  return box === "" ? undefined : idOfBox({ fondsId, inventory, number: box });
}
