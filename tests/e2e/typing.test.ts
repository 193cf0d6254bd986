import type { Locator, Page } from "playwright-core";
import { expect, it, onTestFinished } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { answerFirstRun, goTo, openApp } from "#tests/helpers/opened-app.ts";
import { temporaryFolder } from "#tests/helpers/temporary-folder.ts";
import { type Stream, streams, typeVietnamese } from "#tests/helpers/type-vietnamese.ts";

let page: Page;

const button = (name: string) => page.getByRole("button", { name, exact: true }).first();
/** A field of an open form, by the record's field. */
const field = (name: string) => page.locator(`[id="field-${name}"]`);

/** Types into a field and expects exactly that text in it, with the caret after it. */
async function write(place: Locator, keys: string, text: string, stream: Stream): Promise<void> {
  await place.focus();
  await typeVietnamese(page, keys, stream);
  expect(await shown(place)).toEqual({ value: text, caretFromEnd: 0 });
}

function shown(place: Locator): Promise<{ value: string; caretFromEnd: number }> {
  return place.evaluate((element) => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement))
      throw new Error("this is no text field");
    return {
      value: element.value.normalize("NFC"),
      caretFromEnd: element.value.length - (element.selectionEnd ?? -1),
    };
  });
}

/** What the desk's journal holds of the record whose `key` is `value`. */
async function journaled(collection: string, key: string, value: string): Promise<Record<string, unknown>> {
  const find = () =>
    page.evaluate(
      async ([name, ofKey, ofValue]) => {
        const answer = await fetch("/call/records.pull", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ collection: name, checkpoint: null, limit: 500 }),
        });
        const { value: pulled } = (await answer.json()) as {
          value: { documents: Record<string, unknown>[] };
        };
        return pulled.documents.find((one) => one[ofKey] === ofValue);
      },
      [collection, key, value] as const,
    );
  await expect.poll(find, { timeout: 20_000 }).toBeDefined();
  return (await find()) ?? {};
}

const name = ["Uyr ban nhaan daan xax Phuwowcs Thawngs", "Uỷ ban nhân dân xã Phước Thắng"] as const;
const history = ["Thuyr lowij, ddaats ddai", "Thuỷ lợi, đất đai"] as const;
const title = ["Quyeets ddinhj veef ddaats ddai hoaf giari", "Quyết định về đất đai hoà giải"] as const;
const person = ["Nguyeenx Thij Thuyf Duwowng", "Nguyễn Thị Thuỳ Dương"] as const;

it.each(streams)(
  "typed as %s, every kind of field keeps exactly what was typed, and the journal holds it in NFC",
  async (stream) => {
    const app = await openApp(temporaryFolder(), { MUCLUC_PRACTICE: "0" });
    onTestFinished(() => app.close());
    page = app.page;
    await answerFirstRun(page, { name: "Nguyễn Thị Mẫu", role: "district-checker", unit: "Huyện Tuy Phước" });
    const fondsId = await enterFonds(stream);
    const fileId = await enterFile(stream, fondsId);
    await enterItem(stream, fileId);
    await searchPerson(stream);
    await enterCell(stream, fondsId);
    expect(app.errors).toEqual([]);
  },
);

/** Text and long text, with a native choice between them. */
async function enterFonds(stream: Stream): Promise<string> {
  await goTo(page, "/inventory");
  await button(vi.inventory.newFonds).click();
  await field("code").fill("P1");
  const chosen = await field("open").inputValue();
  await write(field("name"), ...name, stream);
  await write(field("history"), ...history, stream);
  expect(await field("open").inputValue()).toBe(chosen);
  await button(vi.common.save).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const fonds = await journaled("fonds", "code", "P1");
  expect(fonds).toMatchObject({ name: name[1], history: history[1] });
  return String(fonds["id"]);
}

/** A date, read only when it is left, and a choice searched in a list. */
async function enterFile(stream: Stream, fondsId: string): Promise<string> {
  await goTo(page, `/inventory/fonds/${fondsId}`);
  await button(vi.grid.byForm).click();
  await field("code").fill("01");
  await write(field("title"), ...title, stream);
  await write(field("startDate"), "5/3/2016", "5/3/2016", stream);
  await write(field("retention"), "vixnh", "vĩnh", stream);
  await page.keyboard.press("Tab");
  await expect.poll(() => field("retention").inputValue()).toBe(vi.common.retention["01"]);
  expect(await field("startDate").inputValue()).toBe("05/03/2016");
  await button(vi.common.save).click();
  await page.getByRole("heading", { level: 1, name: title[1] }).waitFor();
  const file = await journaled("files", "code", "01");
  expect(file).toMatchObject({ title: title[1], startDate: "2016-03-05", retention: "01" });
  return String(file["id"]);
}

/** A searched choice, and a text with suggestions below it. */
async function enterItem(stream: Stream, fileId: string): Promise<void> {
  await button(vi.grid.byForm).click();
  await write(field("type"), "quyeets ddinhj", "quyết định", stream);
  await page.keyboard.press("Tab");
  await expect.poll(() => field("type").inputValue()).toBe("Quyết định");
  await write(field("subject"), ...title, stream);
  await write(field("signer"), ...person, stream);
  await field("number").fill("12");
  await button(vi.common.save).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const item = await journaled("items", "fileId", fileId);
  expect(item).toMatchObject({ subject: title[1], signer: person[1] });
}

/** The search box, which asks while one types. */
async function searchPerson(stream: Stream): Promise<void> {
  await goTo(page, "/search");
  await write(page.getByRole("searchbox"), ...person, stream);
  await page.getByText(title[1]).first().waitFor();
  expect(await shown(page.getByRole("searchbox"))).toEqual({ value: person[1], caretFromEnd: 0 });
}

/** A cell of the inventory's grid that was not opened: the first letter replaces what stood there. */
async function enterCell(stream: Stream, fondsId: string): Promise<void> {
  await goTo(page, `/inventory/fonds/${fondsId}`);
  await page.getByRole("gridcell", { name: title[1] }).click();
  await typeVietnamese(page, name[0], stream);
  expect(await shown(page.locator("[role=grid] ~ div input"))).toEqual({ value: name[1], caretFromEnd: 0 });
  await page.keyboard.press("Enter");
  const titled = async () => (await journaled("files", "code", "01"))["title"];
  await expect.poll(titled, { timeout: 20_000 }).toBe(name[1]);
}
