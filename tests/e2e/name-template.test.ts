import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const { setting, practices } = vi.rendition;

it("a checker writes the centre's own template of names, and it is there after the next start", async () => {
  const folder = temporaryFolder();
  const app = await openApp(folder, { MUCLUC_PRACTICE: "0" });
  onTestFinished(() => app.close());
  const { page, errors } = app;
  page.setDefaultTimeout(60_000);
  await answerFirstRun(page, { name: "Lê Thị Kiểm", role: "district-checker", unit: "Huyện Tuy Phước" });
  await goTo(page, "/settings");
  const section = page.getByRole("region", { name: setting.title });
  await section.getByRole("radio", { name: practices.template.label }).click();
  const input = section.getByRole("textbox", { name: setting.own.label });
  await input.fill("{maHoSo}/{soKyHieu}: {trichYeu}");
  await section.getByText(setting.own.problems["bad-character"](":")).waitFor();
  await section.scrollIntoViewIfNeeded();
  await look(page, "name-template-refused");
  await input.fill("{maHoSo}/{soKyHieu} {trichYeu}");
  await section
    .getByText("H05.02.2008.01/12-QĐ-UBND Về việc giao đất ở cho hộ gia đình.0000001.pdf")
    .waitFor();
  await input.press("Tab");
  await look(page, "name-template");
  await section.getByRole("button", { name: setting.own.use }).click();
  await page.getByText(setting.chosen).waitFor();
  for (const [name, chosen] of [
    ["dark", { language: "vi", scale: 100, dark: true }],
    ["english-175", { language: "en", scale: 175, dark: false }],
  ] as const) {
    await showAs(page, chosen);
    const field = page.getByRole("textbox", { name: /^(Mẫu tên|Template)$/u });
    await field.scrollIntoViewIfNeeded();
    expect(await field.inputValue()).toBe("{maHoSo}/{soKyHieu} {trichYeu}");
    await look(page, `name-template-${name}`);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  }
  expect(errors).toEqual([]);
});
