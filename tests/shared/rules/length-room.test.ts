import { expect, it } from "vitest";
import { roomLeft } from "#shared/rules/length-room.ts";

it("tells what is left near a limit and beyond it, and is silent before", () => {
  expect(roomLeft("x".repeat(449), 500)).toBeUndefined();
  expect(roomLeft("x".repeat(450), 500)).toBe(50);
  expect(roomLeft("x".repeat(503), 500)).toBe(-3);
  expect(roomLeft("x".repeat(25), 30)).toBe(5);
  expect(roomLeft("x", undefined)).toBeUndefined();
});

it("counts as the circular's check does: NFC, without the blanks around it", () => {
  expect(roomLeft(`  ${"ế".normalize("NFD").repeat(20)} `, 20)).toBe(0);
});

it("says of a short field only that it is too long", () => {
  expect(roomLeft("2016", 4)).toBeUndefined();
  expect(roomLeft("20162", 4)).toBe(-1);
});
