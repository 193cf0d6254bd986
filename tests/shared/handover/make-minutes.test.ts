import { expect, test } from "vitest";
import { nextMinutesNumber } from "#shared/handover/minutes-number.ts";
import { proposeParties } from "#shared/handover/propose-parties.ts";
import { sampleHandover } from "#tests/helpers/sample-desk-records.ts";

const scope = "52.550.21955";

test("minutes are numbered by center, year and machine, so that two offline desks never give one number", () => {
  const given = new Set<string>();
  for (let desk = 0; desk < 40; desk += 1) {
    const about = { scope, year: "2025", deviceId: `device-${desk}` };
    // Each knows its own minutes alone: it had no line.
    const own: { number: string }[] = [];
    for (let at = 0; at < 12; at += 1) own.push({ number: nextMinutesNumber(own, about) });
    expect(own.at(-1)?.number).toMatch(/^550-2025-012-[2-9A-Z]{4}$/);
    for (const { number } of own) given.add(number);
  }
  expect(given.size).toBe(40 * 12);
});

test("a number goes on from its own machine's of that center and year alone", () => {
  const about = { scope, year: "2025", deviceId: "a" };
  const first = nextMinutesNumber([], about);
  const seventh = { number: first.replace("-001-", "-007-") };
  const strange = nextMinutesNumber([seventh], { ...about, deviceId: "b" }).replace("-001-", "-030-");
  expect(nextMinutesNumber([seventh, { number: strange }], about)).toBe(first.replace("-001-", "-008-"));
  expect(nextMinutesNumber([seventh], { ...about, year: "2026" })).toBe(first.replace("2025", "2026"));
  expect(nextMinutesNumber([seventh], { ...about, scope: "52.540.21000" })).toBe(first.replace("550", "540"));
});

test("parties are those of the last such occasion, else the units; a return goes the other way", () => {
  const about = { scope, unit: "Xã Phước Lộc", centre: "Huyện Tuy Phước" };
  const none = proposeParties([], about);
  expect(none["commune-to-center"].from.body).toBe("UBND xã Phước Lộc");
  expect(none["center-to-contractor"]).toMatchObject({
    ...{ from: { body: "Trung tâm số hóa huyện Tuy Phước" }, to: { body: "" } },
  });
  expect(none.return.to.body).toBe("UBND xã Phước Lộc");

  const firm = { body: "Công ty Số hóa", person: "Đỗ D", position: "Đội trưởng" };
  const known = [
    sampleHandover("a", { scope, at: "2025-05-21T09:00:00.000Z" }),
    sampleHandover("b", { occasion: "center-to-contractor", scope: "52.550.21961", to: firm }),
    sampleHandover("c", { occasion: "center-to-contractor", scope: "52.540.21000", at: "2025-06-30T09:00Z" }),
  ];
  const later = proposeParties(known, about);
  expect(later["center-to-contractor"].to).toEqual(firm);
  expect(later.return.to.person).toBe("Trần Thị B");
});
