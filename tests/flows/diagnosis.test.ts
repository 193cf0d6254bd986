import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { expect, test } from "vitest";
import { DeskFault } from "#shared/contract/fault.ts";
import { journalOf, openKeptDesk, push } from "#tests/flows/keeping-desk.ts";
import { sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";

type Bundle = Awaited<ReturnType<Awaited<ReturnType<typeof openKeptDesk>>["handlers"]["diagnosis.read"]>>;

const partOf = (bundle: Bundle, name: string) =>
  JSON.parse(bundle.files.find((file) => file.name === name)?.text ?? "null") as Record<string, never>;

async function unpack(zip: string): Promise<{ name: string; text: string }[]> {
  const opened = await fromBufferPromise(Buffer.from(zip, "base64"));
  const files: { name: string; text: string }[] = [];
  for await (const entry of opened.eachEntry()) {
    const text = await buffer(await opened.openReadStreamPromise(entry));
    files.push({ name: entry.fileName, text: text.toString("utf8") });
  }
  return files;
}

test("the bundle is what is shown, tells of the machine, and names no person, title, folder or secret", async () => {
  const folder = join(temporaryFolder(), "Nguyen Van Mat");
  const desk = await openKeptDesk(folder);
  await desk.handlers["session.save"]({
    name: "Nguyễn Văn Mật",
    role: "commune-preparer",
    scope: "52.550.21952",
  });
  await push(desk, "fonds", [sampleFonds("F1", { name: "Phông của riêng tôi" })]);
  await push(desk, "items", [sampleItem("I1", { subject: "Về việc riêng tư" })]);
  await desk.handlers["province.enrol"]({ address: "http://ai:mat-khau@127.0.0.1:9/x", token: "to-ken-kin" });
  await expect(
    desk.handlers["keeping.look"]({ folder: join(folder, "Nguyễn"), passphrase: "câu mật khẩu" }),
  ).rejects.toThrow(DeskFault);

  const bundle = await desk.handlers["diagnosis.read"]({});
  expect(await unpack(bundle.zip)).toEqual(bundle.files);
  expect(bundle.name).toMatch(/^mucluc-chan-doan-[0-9-]+\.zip$/u);
  const all = bundle.files.map(({ text }) => text).join("\n");
  expect(all).not.toMatch(/Mật|riêng|Nguy|Van Mat|mat-khau|to-ken|notGathered/u);
  expect(all).not.toContain(folder);
  expect(partOf(bundle, "machine.json")).toMatchObject({
    host: "loopback",
    disk: { state: expect.any(String) as string },
  });
  expect(partOf(bundle, "data.json")).toMatchObject({
    collections: { fonds: { schema: 0, records: 1, unsent: 1 }, items: { records: 1 } },
    databases: expect.arrayContaining([
      expect.objectContaining({ name: "journal.sqlite", tables: expect.any(Number) as number }),
    ]) as unknown[],
  });
  expect(partOf(bundle, "settings.json")).toMatchObject({
    profile: { role: "commune-preparer", scope: "52.550.21952" },
    province: { address: "http://127.0.0.1:9" },
  });
  expect(partOf(bundle, "sync.json")).toHaveProperty("rounds");
  const errors = bundle.files.find(({ name }) => name === "errors.jsonl")?.text ?? "";
  expect(JSON.parse(errors.trim().split("\n").at(-1) ?? "")).toMatchObject({
    call: "keeping.look",
    code: "backup-missing",
  });
});

test("a machine whose journal cannot be opened still gives its bundle, with the fault in it", async () => {
  const folder = temporaryFolder();
  await (await openKeptDesk(folder)).close();
  writeFileSync(journalOf(folder), "no database any more ".repeat(5000));
  const desk = await openKeptDesk(folder);
  const bundle = await desk.handlers["diagnosis.read"]({});
  expect(partOf(bundle, "keeping.json")).toMatchObject({ rescue: true, journal: null });
  expect(partOf(bundle, "sync.json")).toBeNull();
  expect(bundle.files.find(({ name }) => name === "errors.jsonl")?.text).toContain('"call":""');
});
