import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import type { Report } from "#shared/archive/report.ts";
import { momentInVietnam } from "#shared/base/vietnam-time.ts";
import type { MessageAnswer } from "#shared/contract/reports.ts";
import { makeSigningKeys, signText } from "#shared/node/keys.ts";
import type { RollUp } from "#shared/report/arrived.ts";
import { digestOfReport } from "#shared/report/make-report.ts";
import { writeShortText } from "#shared/report/short-text.ts";
import { rowOf } from "#tests/shared/report/campaign.ts";
import { sampleReport } from "#tests/helpers/sample-desk-records.ts";
import { onEachStore, phuocLoc, quyNhon, stamp, tuyPhuoc } from "#tests/province/world.ts";

const day = "2025-05-20";
const at = (hour: number, minute: number) => momentInVietnam(day, hour * 60 + minute);

onEachStore("daily reports, at the province", (world) => {
  const report = (id: string, scope: string, pages: number, fields: Partial<Report> = {}) => {
    const record = sampleReport(id, {
      ...{ scope, day, rows: [rowOf(`${scope}.1`, pages, pages)] },
      asOf: new Date(at(12, 45)).toISOString(),
      ...fields,
    });
    return { ...record, digest: digestOfReport(record) };
  };
  const rolled = async (token: string) => (await world.ask(token, "GET", `/reports/${day}`)).body as RollUp;
  const rowIn = (answer: RollUp, district: string) => answer.rows.find((row) => row.district === district);
  const say = async (token: string, text: string) =>
    (await world.ask(token, "POST", "/reports/message", { text })).body as MessageAnswer;

  test("are rolled up by when they came, and who has not reported is named", async () => {
    const near = await world.enrol("near", tuyPhuoc);
    const far = await world.enrol("far", quyNhon);
    const officer = await world.enrol("officer", "52", "province-officer");
    world.clock.now = at(12, 58);
    await world.push(near, "reports", report("A", tuyPhuoc, 100));
    world.clock.now = at(13, 20);
    await world.push(far, "reports", report("B", quyNhon, 50));
    world.clock.now = at(14, 0);
    const answer = await rolled(officer);
    expect(answer.rows).toHaveLength(11);
    expect(rowIn(answer, tuyPhuoc)).toMatchObject({ state: "reported", report: { id: "A" } });
    expect(rowIn(answer, quyNhon)).toMatchObject({ state: "late" });
    expect(answer.rows.filter(({ state }) => state === "missing")).toHaveLength(9);
    expect(answer.total).toMatchObject({ captured: { pages: 150 }, today: { pages: 150 } });
  });

  test("keep when they came first, whatever is written to them later", async () => {
    const near = await world.enrol("near", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const sent = report("A", tuyPhuoc, 100);
    world.clock.now = at(12, 50);
    await world.push(near, "reports", sent);
    world.clock.now = at(15, 0);
    const later = editRecord<Report>(sent, { remark: "Sửa" }, stamp(50));
    expect(await world.push(near, "reports", later)).toMatchObject({ refused: [], conflicts: [{ id: "A" }] });
    const [audited] = await world.database.query("select count(*)::int as rows from audit where id = 'A'");
    expect(audited?.["rows"], "the second push was written too").toBe(2);
    const row = rowIn(await rolled(officer), tuyPhuoc);
    expect(row).toMatchObject({ state: "reported", report: { remark: "", arrivedAt: at(12, 50) } });
  });

  test("show a district its own alone", async () => {
    const near = await world.enrol("near", tuyPhuoc);
    const far = await world.enrol("far", quyNhon);
    const commune = await world.enrol("commune", phuocLoc, "commune-preparer");
    await world.push(near, "reports", report("A", tuyPhuoc, 100));
    await world.push(far, "reports", report("B", quyNhon, 50));
    world.clock.now = at(14, 0);
    expect((await rolled(near)).rows.map(({ district }) => district)).toEqual([tuyPhuoc]);
    const below = await rolled(commune);
    expect(below.rows).toMatchObject([{ district: tuyPhuoc, state: "missing", figuresOf: "" }]);
  });

  test("come by message too, signed, once, and only for their own unit", async () => {
    const near = await world.enrol("near", tuyPhuoc);
    const officer = await world.enrol("officer", "52", "province-officer");
    const keys = makeSigningKeys();
    const devices = await world.database.query("select device_id from devices where scope = $1", [tuyPhuoc]);
    const deviceId = String(devices[0]?.["device_id"]);
    await world.database.query("update devices set signing_key = $1 where device_id = $2", [
      keys.publicKey,
      deviceId,
    ]);
    const text = (of: Report, by = deviceId, signing = keys) =>
      writeShortText(of, by, (body) => signText("report", body, signing));
    world.clock.now = at(12, 55);
    const sent = report("A", tuyPhuoc, 120);
    expect(await say(officer, `Báo cáo:\n${text(sent)}`)).toEqual({
      ...{ outcome: "taken", district: tuyPhuoc, day, pages: 120 },
    });
    expect((await say(officer, text(sent))).outcome).toBe("known");
    expect((await say(officer, text(sent).slice(0, 200))).outcome).toBe("cut-off");
    expect((await say(officer, text(sent, deviceId, makeSigningKeys()))).outcome).toBe("altered");
    expect((await say(officer, text(sent, "nobody"))).outcome).toBe("altered");
    expect((await say(officer, text(report("C", quyNhon, 9)))).outcome).toBe("not-your-scope");
    world.clock.now = at(14, 0);
    expect(rowIn(await rolled(officer), tuyPhuoc)).toMatchObject({
      ...{ state: "reported", report: { by: "message" }, total: { captured: { pages: 120 } } },
    });
    await world.push(near, "reports", sent);
    expect(rowIn(await rolled(officer), tuyPhuoc)).toMatchObject({
      ...{ report: { by: "sync", id: "A" }, beside: [], total: { captured: { pages: 120 } } },
    });
  });
});
