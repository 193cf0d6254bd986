import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Term } from "#shared/archive/term.ts";
import type { ProvinceTermList } from "#shared/contract/province-terms.ts";
import type { ProvinceRules } from "#shared/rules/pack.ts";
import { verifyAudit } from "#province/store/audit.ts";
import {
  makeTerm,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  stamp,
  start,
  tuyPhuoc,
} from "#tests/province/world.ts";

const label = "HTX Phước Lộc";
const into = "Hợp tác xã nông nghiệp Phước Lộc";

onEachStore("words added to the lists, at the province", (world) => {
  const list = async (token: string) => (await world.ask(token, "GET", "/terms")).body as ProvinceTermList;
  const decide = (token: string, id: string, body: object = { label, into: "" }) =>
    world.ask(token, "POST", `/terms/${id}/decide`, body);
  const held = async (token: string) =>
    (await world.pull(token, "terms")).documents.map((document) => document as unknown as Term);
  const known = async (token: string) =>
    ((await world.ask(token, "GET", "/rules")).body as { rules: ProvinceRules }).rules.terms;

  test("reach no other unit before they are accepted, and every unit after", async () => {
    const loc = await world.enrol("loc", phuocLoc, "commune-preparer");
    const hoa = await world.enrol("hoa", phuocHoa, "commune-preparer");
    const far = await world.enrol("far", quyNhon);
    const district = await world.enrol("district", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.push(loc, "terms", makeTerm("A", phuocLoc, { label }));
    for (const token of [hoa, far]) {
      expect(await held(token)).toEqual([]);
      expect(await known(token)).toEqual([]);
      expect((await list(token)).terms).toEqual([]);
    }
    expect(
      (await held(district)).map(({ id }) => id),
      "the desk of the district above reads it",
    ).toEqual(["A"]);
    expect((await decide(officer, "A")).body).toEqual({ done: true });
    for (const token of [loc, hoa, far])
      expect(await known(token)).toEqual([{ list: "issuer", label, into: "" }]);
    expect(await held(hoa), "the record stays in its unit").toEqual([]);
  });

  test("are listed for the officer while they wait, with how many units use them", async () => {
    const district = await world.enrol("district", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    await world.push(
      district,
      "terms",
      makeTerm("A", phuocLoc, { label }),
      makeTerm("B", phuocHoa, { label }),
      makeTerm("C", phuocLoc, { list: "signer", label: "Lê Văn Ký" }),
      { ...makeTerm("D", phuocLoc), withdrawn: "Hoàn tác" },
    );
    const before = await list(officer);
    expect(before.waiting).toBe(3);
    expect(before.terms.map(({ id, units }) => [id, units])).toEqual([
      ["B", 2],
      ["A", 2],
      ["C", 1],
    ]);
    expect(before.terms[0]?.unitName).toBe("Xã Phước Hòa");
    await decide(officer, "A", { label, into });
    const after = await list(officer);
    expect(after.terms.map(({ id }) => id)).toEqual(["B", "C"]);
    expect(after.accepted).toEqual([{ list: "issuer", label: into }]);
    expect((await list(await world.enrol("stranger", "53", "province-officer"))).waiting).toBe(0);
  });

  test("are decided by an officer of the province alone, within the scope", async () => {
    const district = await world.enrol("district", tuyPhuoc);
    await world.push(district, "terms", makeTerm("A", phuocLoc, { label }));
    const others = [
      district,
      await world.enrol("preparer", phuocLoc, "commune-preparer"),
      await world.enrol("odd", "52", "district-checker"),
    ];
    for (const token of others)
      expect(await decide(token, "A")).toMatchObject({ status: 403, body: { code: "not-your-role" } });
    const stranger = await world.enrol("stranger", "53", "province-officer");
    expect((await decide(stranger, "A")).status).toBe(404);
    const officer = await world.enrol("officer", "52", "province-officer");
    expect((await decide(officer, "none")).status).toBe(404);
    expect((await decide(officer, "A", { into })).status).toBe(400);
    expect((await decide(officer, "A", { label: "Tên khác", into })).body).toEqual({ done: false });
    expect(await held(district)).toMatchObject([{ standing: "local", decidedAt: "" }]);
    expect(world.faults).toEqual([]);
  });

  test("are merged in the feed of their district, so that its desks hear of it, and in its audit", async () => {
    const district = await world.enrol("district", tuyPhuoc);
    const far = await world.enrol("far", quyNhon);
    const officer = await world.enrol("officer", "52", "province-officer");
    // A desk whose clock is an hour fast.
    await world.push(district, "terms", makeTerm("A", phuocLoc, { label }, 3_600_000));
    const before = await world.pull(district, "terms");
    expect((await decide(officer, "A", { label, into })).body).toEqual({ done: true });
    const pulled = await world.pull(district, "terms", before.checkpoint);
    const at = new Date(start).toISOString();
    const decided = { standing: "merged", mergedInto: into, decidedAt: at, decidedBy: "officer" };
    expect(pulled.documents).toMatchObject([{ id: "A", label, ...decided }]);
    expect(await known(far)).toEqual([
      { list: "issuer", label, into },
      { list: "issuer", label: into, into: "" },
    ]);
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 2, brokenAt: undefined });
    expect((await decide(officer, "A")).body, "once").toEqual({ done: false });
  });

  test("stand as the province decided, whatever a device pushes", async () => {
    const district = await world.enrol("district", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const claimed = makeTerm("A", phuocLoc, { label, standing: "accepted", decidedBy: "Tôi" });
    const { conflicts } = await world.push(district, "terms", claimed);
    expect(conflicts).toMatchObject([{ id: "A", standing: "local", decidedBy: "" }]);
    expect(await known(district)).toEqual([]);
    await decide(officer, "A");
    const [accepted] = await held(district);
    if (!accepted) throw new Error("the word is gone");
    const back = editRecord(accepted, { standing: "local", withdrawn: "Hoàn tác" }, stamp(9000));
    expect(await world.push(district, "terms", back)).toMatchObject({
      refused: [],
      conflicts: [{ standing: "accepted", withdrawn: "" }],
    });
    expect(await known(district)).toEqual([{ list: "issuer", label, into: "" }]);
  });
});
