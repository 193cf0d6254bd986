import { expect, test } from "vitest";
import { receivingUnit } from "#shared/archive/successor.ts";
import { districtOf } from "#shared/archive/unit.ts";
import type { CatalogueAnswer, CatalogueFilter } from "#shared/contract/catalogue.ts";
import type { PortalFile, PortalFonds } from "#shared/contract/portal.ts";
import { splitCommunes } from "#tests/fixtures/split-communes.ts";
import { successors } from "#tests/fixtures/unit-tables.ts";
import { settled } from "#tests/province/sharing/harvester.ts";
import { allIn, readAid } from "#tests/province/sharing/read-aid.ts";
import { makeBatch, makeFile, makeFonds, makeItem, onEachStore, type World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

const rate = { rate: { device: 100_000, stranger: 100_000 } };

test("three communes were divided, each in two, and of none a part stays by itself", () => {
  expect(splitCommunes.map(({ name, parts }) => [name, parts.map((part) => part.name)])).toEqual([
    ["Xã An Nghĩa", ["Xã An Toàn", "Xã An Hòa"]],
    ["Xã Canh Liên", ["Xã Canh Liên", "Xã Canh Vinh"]],
    ["Xã Canh Hiệp", ["Xã Vân Canh", "Xã Canh Vinh"]],
  ]);
  for (const { scope } of splitCommunes) expect(receivingUnit(successors, scope, "").kind).toBe("open");
});

/** Of each divided commune a fonds: a file that nobody decided on, one for each part, one with a choice that is none. */
async function fill(world: World): Promise<void> {
  for (const { scope, name, parts } of splitCommunes) {
    const desk = await world.enrol(`desk-${scope}`, districtOf(scope));
    await world.push(desk, "fonds", makeFonds(`o${scope}`, scope, { name: `UBND ${name}`, code: "P.1" }));
    await world.push(desk, "batches", makeBatch(`b${scope}`, scope, { state: "accepted" }));
    const own = { fondsId: `o${scope}`, batchId: `b${scope}`, access: "01" } as const;
    const choices: [string, string][] = [
      ...parts.map(({ code }, at): [string, string] => [`part-${at}`, code]),
      ["open", ""],
      ["stray", "21583"],
    ];
    for (const [which, successor] of choices) {
      const id = `${which}${scope}`;
      await world.push(desk, "files", makeFile(id, scope, { ...own, successor }));
      await world.push(desk, "items", makeItem(`i-${id}`, scope, { fileId: id, subject: "Giao đất" }));
    }
  }
  await settled(world);
}

onEachStore(
  "the communes that were divided",
  (world) => {
    const find = async (person: Awaited<ReturnType<typeof signedIn>>, filter: CatalogueFilter = {}) => {
      const question = { words: "", filter, from: 0, limit: 100, facets: true };
      return (await person.ask("POST", "/portal/search", question)).body as CatalogueAnswer;
    };
    /** By hand: the files of these communes that a part finds, with those that nobody decided on. */
    const due = (partScope: string) =>
      splitCommunes.flatMap(({ scope, parts }) => {
        const at = parts.findIndex((part) => part.scope === partScope);
        return at < 0 ? [] : [`open${scope}`, `part-${at}${scope}`, `stray${scope}`];
      });
    const every = [...new Set(splitCommunes.flatMap(({ parts }) => parts.map(({ scope }) => scope)))];

    test("are found by each part: what was chosen for it alone, and what nobody decided on by both", async () => {
      await fill(world);
      expect(every).toHaveLength(5);
      for (const scope of every) {
        const official = await signedIn(world, { login: scope, role: "commune-reader", scope });
        const { hits, total } = await find(official);
        const files = hits.filter(({ kind }) => kind === "files").map(({ id }) => id);
        const items = hits.filter(({ kind }) => kind === "items").map(({ id }) => id);
        expect(files.sort(), scope).toEqual(due(scope).sort());
        expect(items.sort(), scope).toEqual(
          due(scope)
            .map((id) => `i-${id}`)
            .sort(),
        );
        expect(total, scope).toBe(2 * due(scope).length);
        for (const { id, newCommunes, stays } of hits) {
          const decided = /part-/.test(id);
          expect(newCommunes.map((commune) => commune.scope).includes(scope), id).toBe(true);
          expect([newCommunes.length, stays], id).toEqual([decided ? 1 : 2, undefined]);
        }
        // By its id too: nothing of what was chosen for the other part.
        for (const { scope: from, parts } of splitCommunes)
          for (const at of parts.keys()) {
            const id = `part-${at}${from}`;
            const status = due(scope).includes(id) ? 200 : 404;
            expect([(await official.ask("GET", `/portal/files/${id}`)).status, id]).toEqual([status, id]);
            expect([(await official.ask("GET", `/portal/items/i-${id}`)).status, id]).toEqual([status, id]);
          }
        for (const id of due(scope)) {
          const { hit, items: inFile } = (await official.ask("GET", `/portal/files/${id}`))
            .body as PortalFile;
          expect([hit.id, inFile.map((item) => item.id)]).toEqual([id, [`i-${id}`]]);
        }
      }
      for (const scope of ["52.21583", "52.21952"])
        expect(
          (await find(await signedIn(world, { login: scope, role: "commune-reader", scope }))).total,
        ).toBe(0);
      expect(world.faults).toEqual([]);
    });

    test("are counted as they are found, with what is undecided, and taken along by each part", async () => {
      await fill(world);
      const archivist = await signedIn(world, { role: "archivist" });
      const { facets } = await find(archivist);
      const counted = every.map((scope) => {
        const files = due(scope);
        const undecided = files.filter((id) => !id.startsWith("part-"));
        return [scope, 2 * files.length, 2 * undecided.length];
      });
      const told = facets?.newCommune.map(({ value, count, undecided }) => [value, count, undecided]) ?? [];
      expect(told.sort()).toEqual(counted.sort());
      for (const [scope = "", count] of counted as [string, number, number][])
        expect((await find(archivist, { newCommune: scope })).total, scope).toBe(count);
      for (const { scope, name, parts } of splitCommunes) {
        const url = `/portal/fonds/o${scope}`;
        const { districts, newCommunes } = (await archivist.ask("GET", url)).body as PortalFonds;
        expect(districts).toMatchObject([{ scope: districtOf(scope), count: 8 }]);
        expect(newCommunes.map((one) => [one.name, one.count, one.undecided]).sort()).toEqual(
          parts.map((part) => [part.name, 6, 4]).sort(),
        );
        for (const part of parts) {
          const login = `${scope}-${part.code}`;
          const official = await signedIn(world, { login, role: "commune-reader", scope: part.scope });
          const { fonds } = readAid(
            String((await official.ask("GET", `${url}/finding-aid?format=ead3`)).body),
            "ead3",
          );
          const files = allIn(fonds).filter(({ level }) => level === "file");
          const theirs = due(part.scope).filter((id) => id.endsWith(scope));
          expect(files).toHaveLength(theirs.length);
          expect(fonds.texts["bioghist"]?.[0]).toContain(
            `Nay địa bàn chia về: ${parts.map((one) => one.name).join(", ")}.`,
          );
          expect(fonds.texts["bioghist"]?.[0]).toContain(name);
        }
      }
    });
  },
  rate,
);
