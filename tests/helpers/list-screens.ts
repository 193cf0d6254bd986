import type { Page } from "playwright-core";
import { goTo } from "#tests/helpers/opened-app.ts";

/** A screen of the app: a short name, and its address with the ids of records that are there. */
export type ShownScreen = { name: string; path: string };

/** Addresses that need no record. */
const fixed: readonly ShownScreen[] = [
  { name: "home", path: "/" },
  { name: "inventory", path: "/inventory" },
  { name: "withdrawn", path: "/inventory/withdrawn" },
  { name: "review", path: "/review" },
  { name: "batches", path: "/batches" },
  { name: "capture", path: "/capture" },
  { name: "check", path: "/check" },
  { name: "province", path: "/province" },
  { name: "search", path: "/search" },
  { name: "search-found", path: "/search/quyet dinh" },
  { name: "search-nothing", path: "/search/xyzt khong co" },
  { name: "sample", path: "/sample" },
  { name: "settings", path: "/settings" },
  { name: "help", path: "/help" },
  { name: "help-page", path: "/help/capture" },
  { name: "help-card", path: "/help/card" },
  { name: "not-found", path: "/khong-co-trang-nay" },
];

/** Every screen of the app with the records of this machine: the first fonds, file and batch that the lists link to. */
export async function listScreens(page: Page): Promise<ShownScreen[]> {
  const fonds = await firstLink(page, "/inventory", /^\/inventory\/fonds\/[^/]+/);
  const batch = await firstLink(page, "/batches", /^\/batches\/[^/]+/);
  const file = batch && (await firstLink(page, batch, /^\/inventory\/file\/[^/]+/));
  const id = batch?.split("/").at(-1) ?? "";
  const ofRecords: ShownScreen[] = [];
  if (fonds)
    ofRecords.push(
      { name: "fonds", path: fonds },
      { name: "fonds-import", path: `${fonds}/import` },
      { name: "fonds-scheme", path: `${fonds}/scheme` },
      { name: "fonds-boxes", path: `${fonds}/boxes` },
      { name: "fonds-items", path: `${fonds}/list/collection=items` },
      { name: "fonds-lacks", path: `${fonds}/list/collection=files&inScope=false` },
      { name: "forms", path: `${fonds}/forms` },
      ...["numbers", "leaves", "duplicates", "exclusions"].map((tab) => ({
        name: `review-${tab}`,
        path: `/review/${fonds.split("/").at(-1) ?? ""}/${tab}`,
      })),
    );
  if (file) ofRecords.push({ name: "file", path: file }, { name: "file-import", path: `${file}/import` });
  if (batch)
    ofRecords.push(
      { name: "batch", path: batch },
      ...["take", "tray", "items", "held"].map((tab) => ({
        name: `capture-${tab}`,
        path: `/capture/${id}/${tab}`,
      })),
      { name: "check-batch", path: `/check/${id}` },
      { name: "check-items", path: `/check/${id}/items` },
    );
  return [...fixed, ...ofRecords];
}

async function firstLink(page: Page, from: string, pattern: RegExp): Promise<string | undefined> {
  await goTo(page, from);
  await page.waitForTimeout(1_000);
  const addresses = await page
    .locator("main a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.replace(/^#/, "") ?? ""));
  return addresses.map(decodeURI).find((address) => pattern.test(address));
}
