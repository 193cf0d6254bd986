import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { putRecords } from "#tests/helpers/desk-records.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { sampleItem, sampleTerm } from "#tests/helpers/sample-records.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { look, showAs } from "./pictures.ts";

const words = vi.hub;
const environment = { MUCLUC_PRACTICE: "0", MUCLUC_HUB_HOST: "127.0.0.1" };

async function openMachine(name: string, role: "district-checker" | "capture-operator") {
  const folder = temporaryFolder();
  const app = await openApp(folder, environment);
  onTestFinished(() => app.close());
  await app.page.setViewportSize({ width: 1280, height: 900 });
  await answerFirstRun(app.page, { name, role, unit: "Tuy Phước" });
  return { ...app, folder };
}

it("makes one computer the hub, pairs another by its code, and says truthfully what is where", async () => {
  const head = await openMachine("Nguyễn Thị Hạnh", "district-checker");
  let { page: atHub } = head;
  await goTo(atHub, "/settings");
  await atHub.getByRole("link", { name: words.open }).click();
  await atHub.getByRole("button", { name: words.serving.turnOn }).click();
  await atHub.getByText(words.code.none).waitFor();
  const address = await atHub.getByText(/^127\.0\.0\.1:\d+$/).textContent();
  await atHub.getByRole("button", { name: words.code.make }).click();
  const shown = atHub.locator("[data-pairing-code]");
  await shown.waitFor();
  const code = (await shown.textContent()) ?? "";
  await look(atHub, "hub-code");

  const other = await openMachine("Lê Văn Bình", "capture-operator");
  const { page } = other;
  await goTo(page, "/hub");
  await page.getByText(words.serving.off).waitFor();
  await page.getByRole("button", { name: words.join.find }).click();
  await page
    .getByRole("radio", { name: new RegExp(".") })
    .or(page.getByText(words.join.none))
    .first()
    .waitFor();
  await page.getByLabel(words.join.address).fill(address ?? "");
  await page.getByRole("textbox", { name: words.join.code }).fill("2222-2222");
  await page.getByRole("textbox", { name: words.join.code }).press("Enter");
  await page.getByText(vi.faults["hub-code-wrong"].what).waitFor();
  await look(page, "hub-join");
  await page.getByRole("textbox", { name: words.join.code }).fill(code.toLowerCase());
  await page.getByRole("textbox", { name: words.join.code }).press("Enter");
  await page.getByRole("region", { name: words.joined.title }).waitFor();

  await putRecords(page, "terms", [sampleTerm("term-1", { scope: "52.550" })]);
  const status = page.getByRole("status", { name: vi.shell.status.label });
  await status.getByText(words.status.sent("1/1", "0/0")).waitFor();
  await status.getByText(words.forwarded.noProvince).waitFor();
  await look(page, "hub-joined");

  await atHub.getByText("Lê Văn Bình").waitFor();
  // The hub loses its power while it is sent to; what it had answered for is there when it is back.
  const many = Array.from({ length: 600 }, (_, at) => sampleTerm(`term-of-many-${at}`, { scope: "52.550" }));
  const sending = putRecords(page, "terms", many);
  await head.close("SIGKILL");
  await sending;
  const again = await openApp(head.folder, environment);
  onTestFinished(() => again.close());
  atHub = again.page;
  await status.getByText(words.status.sent("601/601", "0/0")).waitFor({ timeout: 60_000 });
  await goTo(atHub, "/hub");
  await atHub.getByText(words.aside.none).waitFor();
  await putRecords(page, "items", [sampleItem("item-1", { scope: "52.550", fileId: "never-sent" })]);
  await atHub
    .getByRole("table", { name: words.aside.title })
    .getByText(words.aside.next["held"] ?? "")
    .waitFor();
  await showAs(atHub, { language: "en", scale: 100, dark: false });
  await look(atHub, "hub-aside-english");
  await showAs(atHub, { language: "vi", scale: 175, dark: true });
  await look(atHub, "hub-dark-large");
  await showAs(atHub, { language: "vi", scale: 100, dark: false });
  await atHub.getByRole("button", { name: words.machines.unpair }).click();
  await atHub.getByRole("dialog").getByRole("button", { name: words.machines.unpair }).click();
  await atHub.getByText(words.machines.none).waitFor();
  await putRecords(page, "terms", [sampleTerm("term-2", { scope: "52.550" })]);
  await status.getByText(vi.faults["hub-refused"].what).waitFor();
  expect([...again.errors, ...other.errors]).toEqual([]);
});
