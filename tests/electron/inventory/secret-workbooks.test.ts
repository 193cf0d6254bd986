import { expect, test } from "vitest";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { type Digest } from "#shared/base/digest.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { contractorRow, dossier, openDesk } from "./workbook-desk.ts";

const open = () => contractorRow({ ...dossier, 4: "1", 24: 1, 25: "Quyết định", 26: 12, 32: "Về việc A" });
const secret = () => contractorRow({ ...dossier, 4: "2", 7: "Mật", 24: 1, 32: "Việc không được ghi" });

const sheetOf = async (...rows: ReturnType<typeof contractorRow>[]) =>
  Buffer.from(await writeTemplate("contractor-46", rows));

test("a workbook with a secret row is destroyed once the rest is written; its exclusion stays", async () => {
  const desk = await openDesk();
  const bytes = await sheetOf(open(), secret());
  const { digest } = await desk.objects.put(bytes);
  const report = await desk.read(bytes);
  expect(report.exclusions).toBe(1);
  expect(await desk.objects.size(digest)).toBeGreaterThan(0);
  const { digest: marked } = await desk.handlers["workbook.problems"]({
    token: report.token,
    language: "vi",
  });
  await desk.write(report.token);
  expect(await desk.objects.size(digest)).toBeUndefined();
  expect(await desk.objects.size(marked as Digest)).toBeGreaterThan(0);
  expect(desk.files()).toHaveLength(1);
  // Handed in again it is read again: nothing new, and it goes again.
  const again = await desk.read(bytes);
  expect(again).toMatchObject({ files: 0, exclusions: 0 });
  await desk.handlers["workbook.dismiss"]({ token: again.token });
  expect(await desk.objects.size(digest)).toBeUndefined();
});

test("it stays while another dry run reads it, and goes with the last", async () => {
  const desk = await openDesk();
  const bytes = await sheetOf(open(), secret());
  const { digest } = await desk.objects.put(bytes);
  const [one, other] = [await desk.read(bytes), await desk.read(bytes)];
  await desk.handlers["workbook.dismiss"]({ token: one.token });
  expect(await desk.objects.size(digest)).toBeGreaterThan(0);
  await desk.handlers["workbook.dismiss"]({ token: other.token });
  expect(await desk.objects.size(digest)).toBeUndefined();
});

test("one left behind by a run that was cut short is destroyed at the next start", async () => {
  const folder = temporaryFolder();
  const desk = await openDesk("52.550", { folder });
  const { digest } = await desk.objects.put(await sheetOf(open(), secret()));
  await desk.read(await sheetOf(open(), secret()));
  desk.close();
  const next = await openDesk("52.550", { folder, objects: desk.objects });
  await next.read(await sheetOf(open()));
  expect(await desk.objects.size(digest)).toBeUndefined();
});

test("a workbook without a secret row is kept", async () => {
  const desk = await openDesk();
  const bytes = await sheetOf(open());
  const { digest } = await desk.objects.put(bytes);
  await desk.write((await desk.read(bytes)).token);
  expect(await desk.objects.size(digest)).toBeGreaterThan(0);
});
