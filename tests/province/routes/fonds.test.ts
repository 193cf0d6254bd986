import { expect, test } from "vitest";
import type { Fonds } from "#shared/archive/fonds.ts";
import { editRecord } from "#shared/archive/record.ts";
import type { ProvinceFondsList } from "#shared/contract/province.ts";
import type { PullAnswer } from "#shared/replication/messages.ts";
import { verifyAudit } from "#province/store/audit.ts";
import {
  makeFile,
  makeFonds,
  onEachStore,
  phuocHoa,
  phuocLoc,
  quyNhon,
  stamp,
  start,
  tuyPhuoc,
} from "#tests/province/world.ts";

const codes = { code: "P01", archiveCode: "52.550" };

onEachStore("fonds at the province", (world) => {
  const list = async (token: string) => (await world.ask(token, "GET", "/fonds")).body as ProvinceFondsList;
  const confirm = (token: string, id: string, seen: object = codes) =>
    world.ask(token, "POST", `/fonds/${id}/confirm`, seen);
  const onlyFonds = ({ documents }: PullAnswer) => documents[0] as unknown as Fonds;

  test("are listed with their files, the provisional ones first, within the device's scope", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const loc = await world.enrol("phuoc-loc", phuocLoc, "commune-preparer");
    const far = await world.enrol("quy-nhon", quyNhon);
    const officer = await world.enrol("officer", "52", "province-officer");
    const stranger = await world.enrol("stranger", "53", "province-officer");
    const gone = { ...makeFonds("gone", phuocLoc), withdrawn: "trùng" };
    await world.push(
      district,
      "fonds",
      makeFonds("hoa", phuocHoa, codes),
      makeFonds("loc", phuocLoc, codes),
      gone,
    );
    await world.push(far, "fonds", makeFonds("far", quyNhon, { code: "P09" }));
    const files = [makeFile("1", phuocHoa, { fondsId: "hoa" }), makeFile("2", phuocHoa, { fondsId: "hoa" })];
    await world.push(district, "files", ...files, makeFile("3", phuocLoc, { fondsId: "loc" }));
    expect((await confirm(officer, "hoa")).status).toBe(200);
    const seen = await list(officer);
    expect(seen).toMatchObject({ waiting: 2, total: 3 });
    expect(seen.fonds.map(({ id }) => id)).toEqual(["far", "loc", "hoa"]);
    expect(seen.fonds[2]).toEqual({
      id: "hoa",
      scope: phuocHoa,
      unitName: "Xã Phước Hòa",
      ...codes,
      name: "Phông hoa",
      files: 2,
      sameCodes: 1,
      codesConfirmedAt: new Date(start).toISOString(),
    });
    const ids = async (token: string) => (await list(token)).fonds.map(({ id }) => id);
    expect(await ids(district)).toEqual(["loc", "hoa"]);
    expect(await ids(loc)).toEqual(["loc"]);
    expect((await list(loc)).fonds[0]?.sameCodes, "another's fonds is not hinted at").toBe(0);
    expect(await ids(far)).toEqual(["far"]);
    expect(await list(stranger)).toEqual({ fonds: [], waiting: 0, total: 0 });
  });

  test("are confirmed by an officer of the province alone, within the scope", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    await world.push(district, "fonds", makeFonds("A", phuocLoc, codes));
    const others = [
      district,
      await world.enrol("preparer", phuocLoc, "commune-preparer"),
      await world.enrol("operator", tuyPhuoc, "capture-operator"),
      await world.enrol("odd", "52", "district-checker"),
    ];
    for (const token of others) {
      expect(await confirm(token, "A")).toMatchObject({ status: 403, body: { code: "not-your-role" } });
    }
    const stranger = await world.enrol("stranger", "53", "province-officer");
    const narrow = await world.enrol("narrow", quyNhon, "province-officer");
    for (const token of [stranger, narrow]) expect((await confirm(token, "A")).status).toBe(404);
    const officer = await world.enrol("officer", "52", "province-officer");
    expect((await confirm(officer, "none")).status).toBe(404);
    expect((await confirm(officer, "A", {})).status).toBe(400);
    expect(onlyFonds(await world.pull(district, "fonds")).codesConfirmedAt).toBe("");
    expect(world.faults).toEqual([]);
  });

  test("are confirmed in the feed of their district, later than every field, and in its audit", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    // A desk whose clock is an hour fast.
    const fonds = makeFonds("A", phuocLoc, codes, 3_600_000);
    await world.push(district, "fonds", fonds);
    const before = await world.pull(district, "fonds");
    const at = new Date(start).toISOString();
    expect((await confirm(officer, "A")).body).toEqual({ ...codes, codesConfirmedAt: at });
    const pulled = await world.pull(district, "fonds", before.checkpoint);
    const held = onlyFonds(pulled);
    expect(held).toMatchObject({ codesConfirmedAt: at, deviceId: "province", updatedBy: "officer" });
    expect((held.clocks["codesConfirmedAt"] ?? "") > (fonds.clocks["*"] ?? "")).toBe(true);
    const audit = await world.database.query("select role, device_id, changes from audit where seq = 2");
    expect(audit).toMatchObject([
      { role: "province-officer", device_id: "officer", changes: { codesConfirmedAt: at } },
    ]);
    expect(await verifyAudit(world.database, tuyPhuoc)).toEqual({ entries: 2, brokenAt: undefined });
    // Again is the same and writes nothing.
    world.clock.now += 60_000;
    expect((await confirm(officer, "A")).body).toEqual({ ...codes, codesConfirmedAt: at });
    expect((await world.pull(district, "fonds", pulled.checkpoint)).documents).toEqual([]);
  });

  test("stay provisional where the codes are no longer those the officer saw", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const fonds = makeFonds("A", phuocLoc, codes);
    await world.push(district, "fonds", fonds, editRecord(fonds, { code: "P02" }, stamp(5)));
    const answer = { code: "P02", archiveCode: "52.550", codesConfirmedAt: "" };
    expect((await confirm(officer, "A")).body).toEqual(answer);
    expect((await list(officer)).waiting).toBe(1);
  });

  test("are ruled by the province when a device pushes them", async () => {
    const district = await world.enrol("tuy-phuoc", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const claimed = makeFonds("A", phuocLoc, { ...codes, codesConfirmedAt: "2025-01-01" });
    const { conflicts } = await world.push(district, "fonds", claimed);
    expect(conflicts).toMatchObject([{ id: "A", codesConfirmedAt: "" }]);
    await confirm(officer, "A");
    const held = onlyFonds(await world.pull(district, "fonds"));
    const moved = editRecord(held, { scope: phuocHoa, codesConfirmedAt: "" }, stamp(9000));
    const answer = await world.push(district, "fonds", moved);
    expect(answer).toMatchObject({
      refused: [],
      conflicts: [{ scope: phuocLoc, codesConfirmedAt: held.codesConfirmedAt }],
    });
    const recoded = editRecord(held, { code: "P07" }, stamp(9500));
    expect((await world.push(district, "fonds", recoded)).conflicts).toMatchObject([
      { code: "P07", codesConfirmedAt: "" },
    ]);
    expect((await list(officer)).fonds).toMatchObject([{ id: "A", code: "P07", codesConfirmedAt: "" }]);
  });
});
