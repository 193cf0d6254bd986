import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { openMachine } from "#tests/helpers/open-machine.ts";
import { goTo } from "#tests/helpers/opened-app.ts";
import { startProvince } from "#tests/helpers/running-province.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { makeFonds, phuocLoc, tuyPhuoc } from "#tests/province/world.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.sameFonds;
const center = { token: "token-of-the-center-00001", scope: "52.550", role: "district-checker" } as const;
const officer = { token: "token-of-the-officer-0001", scope: "52", role: "province-officer" } as const;

it("an officer decides that two entries are of one fonds, with a reason, and may decide anew", async () => {
  const province = await startProvince(
    temporaryFolder(),
    [center, officer].map((who) => ({ ...who, deviceId: `e2e-${who.role}` })),
  );
  onTestFinished(() => province.stop());
  const names = {
    earlier: "Phòng Tổ chức chính quyền huyện Tuy Phước",
    later: "Phòng Nội vụ huyện Tuy Phước",
  };
  const sent = [
    makeFonds("earlier", tuyPhuoc, { name: names.earlier, code: "P12", dateSpan: "1976-2008" }),
    makeFonds("later", tuyPhuoc, { name: names.later, code: "P31", dateSpan: "2008-2025" }),
    makeFonds("own", phuocLoc, { name: "UBND xã Phước Lộc", code: "P40" }),
  ];
  const pushed = await fetch(`${province.address}/replication/fonds/push`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${center.token}` },
    body: JSON.stringify({ rows: sent.map((newDocumentState) => ({ newDocumentState })) }),
  });
  expect(await pushed.json()).toMatchObject({ refused: [] });
  const { page, errors } = await openMachine(officer, "Phạm Thị Tỉnh", "Bình Định", province.address);
  await goTo(page, "/province/same-fonds");
  await page.getByText(words.reasons.renamed).waitFor();
  await look(page, "same-fonds");
  await page.getByRole("button", { name: new RegExp(`^${words.verdicts.same}: `) }).click();
  await page.getByRole("textbox", { name: words.why }).fill("Đổi tên theo quyết định năm 2008");
  await page.getByRole("button", { name: words.decide }).click();
  const decided = page.getByRole("list", { name: words.decided });
  await decided.getByText("Đổi tên theo quyết định năm 2008").waitFor();
  await look(page, "same-fonds-decided");
  await showAs(page, { language: "en", scale: 175, dark: true });
  await page.getByText(names.earlier).first().waitFor();
  await look(page, "same-fonds-english-dark-175");
  expect(errors).toEqual([]);
});
