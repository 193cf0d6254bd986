import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { CollectionName, Records } from "#shared/archive/collections.ts";

/** Hands records to the desk of an opened app, as its screen does. */
export async function putRecords<Name extends CollectionName>(
  page: Page,
  collection: Name,
  records: readonly Records[Name][],
): Promise<void> {
  const rows = records.map((newDocumentState) => ({ newDocumentState }));
  const answer = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/call/records.push", { method: "POST", headers, body })).json() as Promise<unknown>;
  }, JSON.stringify({ collection, rows }));
  expect(answer).toMatchObject({ ok: true });
}

/** The records of a collection as the journal has them, those that count. */
export async function journaledRecords<Name extends CollectionName>(
  page: Page,
  collection: Name,
): Promise<Records[Name][]> {
  const all = await page.evaluate(
    async (body) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch("/call/records.pull", { method: "POST", headers, body });
      return ((await answer.json()) as { value: { documents: unknown[] } }).value.documents;
    },
    JSON.stringify({ collection, checkpoint: null, limit: 1000 }),
  );
  return (all as Records[Name][]).filter(({ withdrawn }) => withdrawn === "");
}
