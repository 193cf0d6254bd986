import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { conditionCodes, documentTypes, languageCodes } from "#shared/archive/codes.ts";
import { openObjectStore } from "#shared/node/object-store.ts";
import { openZip } from "#shared/node/packages/open-package.ts";
import { readSchemas } from "#shared/node/packages/read-schemas.ts";
import { examinePackage } from "#shared/node/packages/verify-package.ts";
import { writePackage } from "#shared/node/packages/write-package.ts";
import type { PackageModel } from "#shared/package/package-model.ts";
import { packageProfileNames } from "#shared/package/package-profile.ts";
import { readBack, type ReadRecords } from "#shared/package/read-back.ts";
import { resources } from "#tests/fixtures/resources.ts";
import { layOutSample, sampleModel } from "#tests/helpers/sample-package.ts";
import { type Chance, seeded } from "#tests/helpers/seeded.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

const schemas = await readSchemas(resources);

/** A file whose every field that a package carries is drawn. */
function draw(whole: PackageModel, chance: Chance): PackageModel {
  const of = <One>(choices: readonly One[]) => choices[chance(choices.length)] as One;
  const words = ["đường", "Ủy ban", "A & B", "<xã>", "“Phước”", "ký\ntên", "]]>", "1998", "Quyết định", "'"];
  const text = (most: number) =>
    Array.from({ length: 1 + chance(12) }, () => of(words))
      .join(" ")
      .slice(0, most)
      .trim();
  const maybe = (most: number) => (chance(2) === 0 ? "" : text(most));
  const language = () => of(languageCodes.slice(1));
  const year = 1976 + chance(49);
  const day = () => `${year}-${of(["01", "07", "12"])}-${of(["01", "15", "28"])}`;
  const notation = of(["5", "01.HC", "12/HS", ""]);
  const code = `H08.31.9.${year}.${notation === "" ? "7" : notation}`;
  const documents = whole.documents.slice(0, 1 + chance(12)).map((document, place) => ({
    ...document,
    pages: 1 + chance(9),
    item: {
      ...document.item,
      ...{
        ordinal: 1 + 9 * place + chance(9),
        type: of(documentTypes)[0],
        number: of(["", "12"]),
      },
      ...{ symbol: of(["", "QĐ-UBND"]), issuedDate: day(), issuer: text(200), subject: text(500) },
      ...{ language: language(), access: of(["01", "02"] as const), keywords: maybe(100) },
      ...{ autograph: maybe(2000), condition: of(conditionCodes), note: maybe(500) },
    },
  }));
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const file = {
    ...whole.file,
    ...{ code, notation, title: text(1000), retention: of(["01", "03", "07"] as const) },
    ...{ access: of(["01", "02"] as const), language: language(), keywords: maybe(100), note: maybe(2000) },
    ...{ startDate: `${year}-01-01`, endDate: `${year}-12-31`, box: of(["12", "K1/G2/H3", "A.4"]) },
    ...{ leafCount: 1 + chance(400), pageCount: pages, condition: of(conditionCodes) },
  };
  return { fonds: { ...whole.fonds, name: text(200) }, file, documents };
}

/** What of a model's records a package carries. */
function carried({ fonds, file, documents }: PackageModel): ReadRecords {
  const { code, title, retention, access, language, startDate, endDate, keywords } = file;
  const { leafCount, pageCount, condition, note, box, notation } = file;
  return {
    fonds: { code: fonds.code, name: fonds.name, archiveCode: fonds.archiveCode },
    file: {
      ...{ code, title, retention, access, language, startDate, endDate, keywords },
      ...{ leafCount, pageCount, condition, note, box, notation },
    },
    items: documents.map(({ item, digest, size, pages }) => ({
      fields: {
        ...{ ordinal: item.ordinal, type: item.type, number: item.number, symbol: item.symbol },
        ...{ issuedDate: item.issuedDate, issuer: item.issuer, subject: item.subject },
        ...{ language: item.language, access: item.access, keywords: item.keywords, note: item.note },
        ...{ autograph: item.autograph, condition: item.condition, pageCount: pages },
      },
      path: expect.any(String) as string,
      ...{ digest, size },
    })),
    left: [],
  };
}

test.each(packageProfileNames)(
  "any records, packed by %s and read back, are the same records",
  async (name) => {
    const objects = await openObjectStore(join(temporaryFolder(), "objects"));
    const whole = await sampleModel(objects, 12);
    for (let seed = 1; seed <= 15; seed += 1) {
      const model = draw(whole, seeded(seed));
      const bytes = await buffer(writePackage(await layOutSample(model, name), { objects, at: 0 }));
      const opened = await openZip({
        size: bytes.length,
        read: (start, end) => Readable.from([bytes.subarray(start, end)]),
      });
      const { report, read } = await examinePackage(opened, schemas);
      opened.close();
      expect(report.faults, `seed ${seed}`).toEqual([]);
      if (!read) throw new Error("nothing was read");
      expect(readBack(read, model.fonds.archiveCode), `seed ${seed}`).toEqual(carried(model));
      // Where the fonds is not known yet, all but the place of the paper.
      const { file, items } = readBack(read, "");
      expect({ ...file, box: model.file.box, notation: model.file.notation }).toEqual(carried(model).file);
      expect(items).toEqual(carried(model).items);
    }
  },
);
