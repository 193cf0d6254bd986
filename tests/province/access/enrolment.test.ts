import { join } from "node:path";
import { expect, test } from "vitest";
import { enrolmentProofText, enrolmentText } from "#shared/keys/enrolment-file.ts";
import { helloText, receiptText } from "#shared/keys/hello.ts";
import { type KeyPair, makeSealingKeys, makeSigningKeys, signText, verifyText } from "#shared/node/keys.ts";
import type { Hello, Receipt } from "#shared/replication/wire.ts";
import { giveEnrolment } from "#province/access/enrolment.ts";
import { openProvinceKeys } from "#province/access/keys.ts";
import { letPartnerIn } from "#province/access/let-in.ts";
import { runCommand } from "#province/enrol.ts";
import { partnerCommand } from "#province/partner-command.ts";
import { readerCommand } from "#province/reader-command.ts";
import { verifyAudit } from "#province/store/audit.ts";
import { byCommand } from "#province/store/note-act.ts";
import { resources } from "#tests/fixtures/resources.ts";
import {
  digestOfBytes,
  makeFile,
  onEachStore,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";

const hour = 3600 * 1000;
const reason = "Cấp máy đợt 1";

async function give(world: World, more: { replaces?: string; scope?: string } = {}) {
  const keys = await openProvinceKeys(world.folder);
  const wanted = { province: "Tỉnh thử", address: "https://tinh.vn", name: "Máy 1", days: 7, reason };
  const at = {
    scope: more.scope ?? tuyPhuoc,
    role: "district-checker" as const,
    replaces: more.replaces ?? "",
  };
  return giveEnrolment(world.database, keys, { ...wanted, ...at }, world.clock.now);
}

function request(secret: string, deviceId: string, signing: KeyPair = makeSigningKeys()) {
  const keys = { signing: signing.publicKey, sealing: makeSealingKeys().publicKey };
  const body = { secret, deviceId, keys };
  return { ...body, signature: signText("enrolment", enrolmentProofText(body), signing) };
}

const enrol = async (world: World, body: object) =>
  (await world.ask("", "POST", "/enrol", body)) as { status: number; body: { token: string; code: string } };

onEachStore("enrolment", (world) => {
  test("a greeted province proves that it holds its key, and holds the same after a restart", async () => {
    const nonce = "a-nonce-of-twenty-signs";
    const hello = (await world.ask("", "GET", `/hello?nonce=${nonce}`)).body as Hello;
    const { keys, signature = "" } = hello;
    expect(keys).toBeDefined();
    if (!keys) return;
    expect(verifyText("hello", helloText(nonce, { ...hello, keys }), signature, keys.signing)).toBe(true);
    expect(verifyText("hello", helloText("another", { ...hello, keys }), signature, keys.signing)).toBe(
      false,
    );
    await world.restart();
    expect((await world.ask("", "GET", "/hello")).body).toMatchObject({ keys });
  });

  test("a file lets one machine in, which may ask again; no other, and nobody after its time", async () => {
    const { file } = await give(world);
    const { enrolment, signature } = file;
    expect(verifyText("enrolment", enrolmentText(enrolment), signature, enrolment.keys.signing)).toBe(true);
    const own = makeSigningKeys();
    const first = await enrol(world, request(enrolment.secret, "desk-a", own));
    expect(first).toMatchObject({ status: 200, body: { scope: tuyPhuoc, role: "district-checker" } });
    expect((await world.push(first.body.token, "files", makeFile("A", phuocLoc))).refused).toEqual([]);
    const again = await enrol(world, request(enrolment.secret, "desk-a", own));
    expect(again.status).toBe(200);
    // The first answer's token is of no use any more: it may have been overheard.
    expect((await world.ask(first.body.token, "GET", "/overview")).status).toBe(401);
    expect((await world.ask(again.body.token, "GET", "/overview")).status).toBe(200);
    expect(await enrol(world, request(enrolment.secret, "desk-b"))).toMatchObject({
      status: 403,
      body: { code: "enrolment-used" },
    });
    world.clock.now += 7 * 24 * hour;
    expect(await enrol(world, request(enrolment.secret, "desk-a", own))).toMatchObject({
      status: 403,
      body: { code: "enrolment-expired" },
    });
  });

  test("guesses, borrowed keys and borrowed names are refused", async () => {
    const { file } = await give(world);
    const { secret } = file.enrolment;
    const own = makeSigningKeys();
    expect(await enrol(world, request("x".repeat(43), "desk-a", own))).toMatchObject({
      status: 403,
      body: { code: "enrolment-unknown" },
    });
    const borrowed = { ...request(secret, "desk-a"), keys: request(secret, "desk-a").keys };
    expect((await enrol(world, borrowed)).status).toBe(400);
    expect((await enrol(world, request(secret, "desk-a", own))).status).toBe(200);
    const next = await give(world);
    expect(await enrol(world, request(next.file.enrolment.secret, "desk-a"))).toMatchObject({
      status: 403,
      body: { code: "device-known" },
    });
    expect((await enrol(world, request(next.file.enrolment.secret, "desk-a", own))).status).toBe(200);
  });

  test("the machine that a file replaces is out at once", async () => {
    const { file } = await give(world);
    const lost = await enrol(world, request(file.enrolment.secret, "lost"));
    const next = await give(world, { replaces: "lost" });
    expect(next.revoked).toBe(1);
    expect((await world.ask(lost.body.token, "GET", "/overview")).status).toBe(401);
    expect((await enrol(world, request(next.file.enrolment.secret, "new"))).status).toBe(200);
  });

  test.each(["", "     x     ", "x".repeat(501)])(
    "no command shuts a machine or a partner out for a reason that tells nothing (%#)",
    async (reason) => {
      const token = await world.enrol("desk", tuyPhuoc);
      const now = () => world.clock.now;
      const settings = { folder: world.folder, name: "Tỉnh thử", address: "https://tinh.vn", resources };
      const words = ["--device", "desk", "--reason", reason];
      const wanted = { name: "Kho dữ liệu", scope: "52", level: "open" } as const;
      const why = { by: byCommand, reason: "Theo quyết định 12" };
      const { partner } = await letPartnerIn(world.database, wanted, why, now());
      await expect(runCommand(world.database, "revoke", words, settings, now)).rejects.toThrow(/say why/);
      const given = ["--revoke", partner.id, "--reason", reason];
      await expect(partnerCommand(world.database, given, now)).rejects.toThrow(/say why/);
      expect((await world.ask(token, "GET", "/overview")).status).toBe(200);
      const [kept] = await world.database.query("select revoked_at from partners");
      expect(kept).toEqual({ revoked_at: "" });
      words[3] = "Mất máy trên đường";
      expect(await runCommand(world.database, "revoke", words, settings, now)).toMatchObject({ revoked: 1 });
      given[3] = "Hết hợp đồng";
      expect(await partnerCommand(world.database, given, now)).toMatchObject({ revoked: true });
    },
  );

  test.each(["", "   ", "vì", "x".repeat(501)])(
    "no command lets a machine, a partner or a person in for a reason that tells nothing (%#)",
    async (empty) => {
      const { database } = world;
      const now = () => world.clock.now;
      const settings = { folder: world.folder, name: "Tỉnh thử", address: "https://tinh.vn", resources };
      const machine = ["--scope", tuyPhuoc, "--role", "district-checker", "--name", "Máy 1"];
      const file = ["--file", join(world.folder, "may-1.json")];
      const person = ["--login", "lan.nt", "--name", "Lan", "--role", "archivist", "--scope", "52"];
      const partner = ["--name", "Kho dữ liệu", "--scope", "52", "--level", "open"];
      const letIn = (why: string) => [
        () => runCommand(database, "enrol", [...machine, "--reason", why], settings, now),
        () => runCommand(database, "enrol", [...machine, ...file, "--reason", why], settings, now),
        () => readerCommand(database, [...person, "--office", "Sở Nội vụ", "--reason", why], now),
        () => partnerCommand(database, [...partner, "--reason", why], now),
      ];
      const count = async () =>
        (
          await database.query(
            `select (select count(*) from devices)::int as machines, (select count(*) from enrolments)::int as files,
             (select count(*) from readers)::int as people, (select count(*) from partners)::int as partners,
             (select count(*) from audit where changes->>'reason' = $1)::int as noted`,
            [reason],
          )
        )[0];
      const none = { machines: 0, files: 0, people: 0, partners: 0, noted: 0 };
      for (const command of letIn(empty)) await expect(command()).rejects.toThrow(/say why/);
      expect(await count()).toEqual(none);
      for (const command of letIn(` ${reason} `)) await command();
      expect(await count()).toEqual({ machines: 1, files: 1, people: 1, partners: 1, noted: 4 });
      for (const district of [tuyPhuoc, "52"])
        expect((await verifyAudit(database, district)).brokenAt).toBeUndefined();
    },
  );

  test("the audit says why a machine came by a file, and that it took another's place", async () => {
    const { file } = await give(world);
    await enrol(world, request(file.enrolment.secret, "lost"));
    const next = await give(world, { replaces: "lost" });
    await enrol(world, request(next.file.enrolment.secret, "new"));
    const rows = await world.database.query(
      `select id, device_id, changes->>'act' as act, changes->>'reason' as reason from audit
       where collection = 'devices' order by seq`,
    );
    const told = rows.map(({ id, device_id: by, act, reason: why }) => [by, act, id, why].join(" · "));
    const mark = /enrolment-[0-9a-f]{16}/g;
    expect(told.map((line) => line.replaceAll(mark, "FILE"))).toEqual([
      `command · enrolment-made · FILE · ${reason}`,
      `FILE · let-in · lost · ${reason}`,
      `command · enrolment-made · FILE · ${reason}`,
      `command · revoked · lost · replaced by Máy 1: ${reason}`,
      `FILE · let-in · new · ${reason}`,
    ]);
    const [[made], [came]] = [told[0]?.match(mark) ?? [], told[1]?.match(mark) ?? []];
    expect(came).toBe(made);
    expect((await verifyAudit(world.database, tuyPhuoc)).brokenAt).toBeUndefined();
  });

  test("the province's word for an object is signed, and for that object alone", async () => {
    const token = await world.enrol("desk", tuyPhuoc);
    const stored = await world.app.inject({ method: "GET", url: "/hello" });
    const { keys } = stored.json<Hello>();
    const bytes = Buffer.from("một trang");
    const digest = digestOfBytes(bytes);
    const meta = `digest ${Buffer.from(digest).toString("base64")}`;
    const headers = { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0" };
    const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
    const made = await fetch(`${address}/objects`, {
      method: "POST",
      headers: { ...headers, "upload-length": String(bytes.length), "upload-metadata": meta },
    });
    await fetch(new URL(made.headers.get("location") ?? "", address), {
      method: "PATCH",
      headers: { ...headers, "upload-offset": "0", "content-type": "application/offset+octet-stream" },
      body: bytes,
    });
    const receipt = (await world.ask(token, "GET", `/receipts/${digest}`)).body as Receipt;
    const { signature = "" } = receipt;
    expect(verifyText("receipt", receiptText(receipt), signature, keys?.signing ?? "")).toBe(true);
    const larger = receiptText({ ...receipt, size: receipt.size + 1 });
    expect(verifyText("receipt", larger, signature, keys?.signing ?? "")).toBe(false);
  });
});
