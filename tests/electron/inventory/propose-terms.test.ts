import { expect, test } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { termId } from "#shared/archive/term-id.ts";
import { writeTemplate } from "#electron/inventory/write-template.ts";
import { sampleFile, sampleItem, stampAt } from "#tests/helpers/sample-records.ts";
import { contractorRow, dossier, openDesk } from "./workbook-desk.ts";

const scope = "52.550.21952";
const issuer = 31;
const row = (ordinal: number, name: string) =>
  contractorRow({
    ...dossier,
    24: ordinal,
    26: String(ordinal),
    27: "QĐ-UBND",
    32: `Việc ${ordinal}`,
    [issuer]: name,
  });

async function imported(...names: string[]) {
  const desk = await openDesk();
  const { token } = await desk.read(
    await writeTemplate(
      "contractor-46",
      names.map((name, at) => row(at + 1, name)),
    ),
  );
  await desk.write(token);
  const terms = () => desk.journal.pull("terms", null, 100).documents;
  const undo = () => desk.handlers["workbook.undo"]({ token, reason: "Nhập nhầm" });
  return { desk, terms, undo };
}

test("a name in a workbook that no list has is proposed once; one that is known is not", async () => {
  const { terms } = await imported(
    "Hợp tác xã Một",
    "HỢP TÁC XÃ MỘT",
    "Ủy ban nhân dân xã Mẫu",
    "Chính phủ",
    "",
  );
  expect(terms()).toMatchObject([
    { id: termId(scope, "issuer", "Hợp tác xã Một"), label: "Hợp tác xã Một", standing: "local", scope },
  ]);
});

test("an import that is taken back takes its names with it, and they count again when they come back", async () => {
  const { desk, terms, undo } = await imported("Hợp tác xã Một");
  expect(await undo()).toMatchObject({ withdrawn: 2, restored: 0, kept: 0 });
  expect(terms()).toMatchObject([{ withdrawn: "Hoàn tác" }]);
  const again = await desk.read(await writeTemplate("contractor-46", [row(1, "hợp tác xã một")]));
  await desk.write(again.token);
  expect(terms()).toMatchObject([{ withdrawn: "", label: "Hợp tác xã Một" }]);
  await desk.handlers["workbook.undo"]({ token: again.token, reason: "Nhập nhầm" });
  expect(terms()).toMatchObject([{ withdrawn: "Hoàn tác" }]);
});

test("a name stays that another item has, or that the province decided on", async () => {
  const { desk, terms, undo } = await imported("Hợp tác xã Một", "Hợp tác xã Hai", "Hợp tác xã Ba");
  desk.journal.write("files", [sampleFile("other")], "screen");
  desk.journal.write("items", [sampleItem("other", { fileId: "other", issuer: "hợp tác xã một" })], "screen");
  const decided = desk.journal.read("terms", termId(scope, "issuer", "Hợp tác xã Hai"));
  if (!decided) throw new Error("no term was written");
  desk.journal.write(
    "terms",
    [editRecord(decided, { standing: "accepted" }, stampAt(Date.UTC(2030, 1, 1)))],
    "screen",
  );
  await undo();
  expect(
    terms()
      .filter(({ withdrawn }) => withdrawn === "")
      .map(({ label }) => label)
      .sort(),
  ).toEqual(["Hợp tác xã Hai", "Hợp tác xã Một"]);
});
