import { expect, test } from "vitest";
import type { AccessCode } from "#shared/archive/codes.ts";
import { type AccessLevel, accessLevels, rankOf } from "#shared/archive/access-level.ts";
import type { PortalFonds } from "#shared/contract/portal.ts";
import type { ReaderRole } from "#shared/portal/reader.ts";
import { findingAidForms } from "#province/sharing/finding-aid/model.ts";
import { settled } from "#tests/province/sharing/harvester.ts";
import { allIn, readAid } from "#tests/province/sharing/read-aid.ts";
import { makeBatch, makeFile, makeFonds, makeItem, onEachStore, type World } from "#tests/province/world.ts";
import { signedIn } from "./portal-reader.ts";

/** An Nghĩa was divided between An Toàn and An Hòa. */
const anNghia = "52.542.21634";
const [anToan, anHoa] = ["52.21622", "52.21628"];
const number = "211234567";

type Known = { id: string; to: string[]; accepted: boolean; level: AccessLevel };

/** Files that went to either part or that nobody decided on, accepted or not, each with a document of each mode of use. */
async function fill(world: World): Promise<{ desk: string; known: Known[] }> {
  const desk = await world.enrol("desk", "52.542");
  const known: Known[] = [];
  const fonds = { name: `Phông UBND xã An Nghĩa ${number}`, code: "P.7", dateSpan: "1976-2025" };
  await world.push(desk, "fonds", makeFonds("fonds", anNghia, fonds));
  const choices: [string, string[]][] = [
    ["", [anToan, anHoa]],
    ["21622", [anToan]],
    ["21628", [anHoa]],
  ];
  for (const accepted of [true, false]) {
    const batchId = `batch-${accepted}`;
    await world.push(
      desk,
      "batches",
      makeBatch(batchId, anNghia, { state: accepted ? "accepted" : "checking" }),
    );
    for (const [successor, to] of choices) {
      const id = `f${successor}${accepted}`;
      const file = { fondsId: "fonds", batchId, successor, access: "01", note: `Kèm ${number}` } as const;
      await world.push(desk, "files", makeFile(id, anNghia, file));
      known.push({ id: `f-${id}`, to, accepted, level: "open" });
      const kinds: [AccessCode, string, AccessLevel][] = [
        ["01", "", "open"],
        ["02", "", "conditional"],
        ["", "Giấy khai sinh", "closed"],
      ];
      for (const [at, [access, note, level]] of kinds.entries()) {
        const item = makeItem(`${id}x${at}`, anNghia, { fileId: id, ordinal: at + 1, access, note });
        await world.push(desk, "items", item);
        known.push({ id: `i-${item.id}`, to, accepted, level });
      }
    }
  }
  await settled(world);
  return { desk, known };
}

const upTo: Record<ReaderRole, AccessLevel> = {
  ...{ "commune-reader": "conditional", archivist: "closed", "portal-administrator": "conditional" },
};

onEachStore("a fonds in the portal", (world) => {
  test("tells each what they find of it, where that is from, and of which parts nobody decided", async () => {
    await fill(world);
    const see = async (role: ReaderRole, scope: string) => {
      const person = await signedIn(world, { login: `${role}.${scope}`, role, scope });
      return (await person.ask("GET", "/portal/fonds/fonds")).body as PortalFonds;
    };
    const whole = await see("archivist", "52");
    expect(whole).toMatchObject({
      ...{ id: "fonds", code: "P.7", name: `Phông UBND xã An Nghĩa ${number}`, dateSpan: "1976-2025" },
      ...{ files: 6, items: 18, districts: [{ scope: "52.542", name: "Huyện An Lão", count: 24 }] },
      newCommunes: [
        { scope: anToan, name: "Xã An Toàn", count: 16, undecided: 8 },
        { scope: anHoa, name: "Xã An Hòa", count: 16, undecided: 8 },
      ],
      // Of what is accepted alone.
      aids: [
        { level: "open", files: 3, items: 3 },
        { level: "conditional", files: 3, items: 6 },
        { level: "closed", files: 3, items: 9 },
      ],
    });
    expect(await see("commune-reader", anHoa)).toMatchObject({
      ...{ name: "Phông UBND xã An Nghĩa •••••••••", files: 2, items: 4 },
      aids: [
        { level: "open", files: 2, items: 2 },
        { level: "conditional", files: 2, items: 4 },
      ],
    });
    for (const scope of ["52.540", "52.21601"])
      expect(await see(scope === "52.540" ? "archivist" : "commune-reader", scope)).toMatchObject({
        code: "not-found",
      });
  });

  test("is taken along as a finding aid of what is theirs and accepted, each once, up to the level that is asked for", async () => {
    const { known } = await fill(world);
    const people: [ReaderRole, string][] = [
      ...([anToan, anHoa, "52.21601"].map((scope) => ["commune-reader", scope]) as [ReaderRole, string][]),
      ...(["52", "52.542", "52.540"].map((scope) => ["archivist", scope]) as [ReaderRole, string][]),
      ["portal-administrator", "52"],
    ];
    for (const [role, scope] of people) {
      const person = await signedIn(world, { login: `${role}.${scope}`, role, scope });
      for (const level of accessLevels)
        for (const format of findingAidForms) {
          const told = `${role} ${scope} ${level} ${format}`;
          const most = Math.min(rankOf(level), rankOf(upTo[role]));
          const isWithin = (to: string[]) =>
            role === "commune-reader" ? to.includes(scope) : `${anNghia}.`.startsWith(`${scope}.`);
          const theirs = known.filter((one) => one.accepted && rankOf(one.level) <= most && isWithin(one.to));
          const url = `/portal/fonds/fonds/finding-aid?format=${format}&level=${level}`;
          const { status, body } = await person.ask("GET", url);
          expect([status, told]).toEqual([theirs.length > 0 ? 200 : 404, told]);
          if (theirs.length === 0) continue;
          expect([String(body).includes(number), told]).toEqual([false, told]);
          const { fonds } = readAid(String(body), format);
          expect(
            allIn(fonds)
              .map(({ id }) => id)
              .sort(),
            told,
          ).toEqual(theirs.map(({ id }) => id).sort());
        }
    }
    const [note] = await world.database.query(
      `select r.act, r.district, r.collection, r.id, r.detail from readings r join readers p on p.id = r.reader_id
       where p.role = 'portal-administrator' order by r.number desc limit 1`,
    );
    // Nobody is given more than they may have, whatever they ask for.
    expect(note).toEqual({
      ...{
        act: "exported",
        district: "52.542",
        collection: "fonds",
        id: "fonds",
        detail: "ead3 conditional",
      },
    });
    expect(world.faults).toEqual([]);
  });

  test("leaves what went elsewhere at that moment, however far behind the catalogue is", async () => {
    await fill(world);
    const official = await signedIn(world, { role: "commune-reader", scope: anHoa });
    const filesNow = async () => {
      const { body } = await official.ask("GET", "/portal/fonds/fonds/finding-aid");
      return allIn(readAid(String(body), "ead2002").fonds).flatMap(({ level, id }) =>
        level === "file" ? [id] : [],
      );
    };
    expect(await filesNow()).toEqual(["f-f21628true", "f-ftrue"]);
    await world.database.query(
      `update records set state = jsonb_set(state, '{successor}', '"21622"') where id = 'ftrue'`,
    );
    expect(await filesNow()).toEqual(["f-f21628true"]);
  });
});
