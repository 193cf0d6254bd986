import { expect } from "vitest";
import type { Item } from "#shared/archive/item.ts";
import { editRecord } from "#shared/archive/record.ts";
import { sendObject, sendWords } from "#tests/province/send-words.ts";
import { settled } from "#tests/province/sharing/harvester.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  makePage,
  phuocLoc,
  stamp,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";

/** A file with all that a package of it asks, its documents open, each with its PDF/A and the words of its page. */
export async function fillWhole(world: World, count = 3) {
  const desk = await world.enrol("desk", tuyPhuoc);
  const fonds = makeFonds("o", phuocLoc, { name: "UBND xã Phước Lộc", code: "G09", archiveCode: "H08.31" });
  await world.push(desk, "fonds", fonds);
  await world.push(desk, "batches", makeBatch("b", phuocLoc, { state: "accepted" }));
  const file = makeFile("f", phuocLoc, {
    ...{ fondsId: "o", batchId: "b", access: "01", code: "H08.31.9.2016.5", title: "Tập quyết định" },
    ...{
      retention: "01",
      language: "01",
      startDate: "2016",
      endDate: "2016",
      leafCount: count,
      pageCount: count,
    },
    ...{ box: "12", notation: "5", condition: "02" },
  });
  await world.push(desk, "files", file);
  const items = new Map<string, Item>();
  const pdfs = new Map<string, Buffer>();
  for (let at = 1; at <= count; at += 1) {
    const bytes = Buffer.from(`%PDF-1.7 văn bản ${at}\n`.repeat(at * 100));
    pdfs.set(`i-${at}`, bytes);
    const item = makeItem(`i-${at}`, phuocLoc, {
      ...{ fileId: "f", ordinal: at, type: "02", number: String(at), symbol: "QĐ-UBND", pageCount: 1 },
      ...{ issuedDate: "2016-03-15", issuer: "UBND xã Phước Lộc", subject: `Về việc ${at}` },
      ...{ language: "01", access: "01" },
      renditionDigest: await sendObject(world, desk, bytes, "application/pdf"),
      renditionSize: bytes.length,
    });
    items.set(item.id, item);
    await world.push(desk, "items", item);
    const wordsDigest = await sendWords(world, desk, `Giao đất lần ${at}`);
    await world.push(desk, "pages", makePage(`p-${at}`, phuocLoc, { itemId: item.id, wordsDigest }));
  }
  await settled(world);
  let after = 1000;
  return {
    desk,
    pdfs,
    /** Changes an item as its desk does, and waits until the catalogue knows. */
    change: async (id: string, fields: Partial<Item>): Promise<void> => {
      const item = items.get(id);
      if (!item) throw new Error(`no item ${id}`);
      after += 1000;
      world.clock.now += 5000;
      const changed = editRecord(item, fields, stamp(after));
      items.set(id, changed);
      expect((await world.push(desk, "items", changed)).refused).toEqual([]);
      await settled(world);
    },
    words: async (id: string, text: string): Promise<void> => {
      after += 1000;
      world.clock.now += 5000;
      const wordsDigest = await sendWords(world, desk, text);
      const page = makePage(`q-${after}`, phuocLoc, { itemId: id, ordinal: 9, wordsDigest });
      await world.push(desk, "pages", page);
      await settled(world);
    },
  };
}
