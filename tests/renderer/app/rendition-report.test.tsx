import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { renditionChecks, type RenditionReport } from "#shared/archive/rendition-report.ts";
import { vi as all } from "#shared/text/vi.ts";
import { RenditionChecks } from "#renderer/app/rendition-report.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const words = all.rendition;

const report = (fields: Partial<RenditionReport> = {}): RenditionReport => ({
  ...{ rendition: "a".repeat(64), kind: "two-layer", checker: "mucluc", version: "1", pages: 3 },
  checks: renditionChecks.map((check) => ({ check, passed: true, faults: [] })),
  others: [
    { checker: "qpdf", version: "11.3.0", outcome: "passed", faults: [] },
    { checker: "veraPDF", version: "", outcome: "absent", faults: [] },
  ],
  ...fields,
});

afterEach(() => vi.unstubAllGlobals());

/** Shows the report that the desk keeps under the digest; none where it answers that it has no such object. */
async function show(kept: unknown, kind: RenditionReport["kind"] = "two-layer") {
  const work = await openWork();
  const asked: string[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    return Promise.resolve(kept === undefined ? new Response("", { status: 404 }) : Response.json(kept));
  });
  const { desk } = answeringDesk({});
  renderScreen(<RenditionChecks item={{ renditionKind: kind, reportDigest: "b".repeat(64) }} />, {
    work,
    desk,
  });
  return { asked, url: desk.objectUrl("b".repeat(64)), user: userEvent.setup({ delay: null }) };
}

it("says in a line what was found and by whom, and every check when asked", async () => {
  const { asked, url, user } = await show(report());
  const group = within(await screen.findByRole("group", { name: words.title }));
  group.getByText("PDF/A-2b: đạt 21/21 phép thử; qpdf 11.3.0: đạt; chưa kiểm bằng veraPDF");
  expect(asked).toEqual([url]);
  const more = group.getByRole("button", { name: words.more });
  expect(more.getAttribute("aria-expanded")).toBe("false");
  await user.click(more);
  expect(group.getByRole("button", { name: words.less }).getAttribute("aria-expanded")).toBe("true");
  for (const name of Object.values(words.checks)) group.getByText(`✓ ${name}`);
  expect((await findBarriers()).filter((line) => !line.startsWith("page-has"))).toEqual([]);
});

it("names what does not hold and where, also what another checker found", async () => {
  const faults = [
    { page: 2, detail: "Arial" },
    { page: 0, detail: "" },
  ];
  const { user } = await show(
    report({
      kind: "image-only",
      checks: renditionChecks.map((check) => ({
        check,
        passed: check !== "fonts-embedded",
        faults: check === "fonts-embedded" ? faults : [],
      })),
      others: [
        { checker: "veraPDF", version: "1.26", outcome: "failed", faults: [{ page: 1, detail: "6.2.11" }] },
      ],
    }),
    "image-only",
  );
  const group = within(await screen.findByRole("group", { name: words.title }));
  group.getByText("PDF/A-2b: đạt 20/21 phép thử; veraPDF 1.26: không đạt");
  group.getByText(words.kinds["image-only"]);
  await user.click(group.getByRole("button", { name: words.more }));
  group.getByText(`✗ ${words.checks["fonts-embedded"]}`);
  group.getByText("Trang 2: Arial");
  group.getByText("Cả tệp");
  group.getByText("✗ veraPDF");
  group.getByText("Trang 1: 6.2.11");
});

it.each([
  ["is not on this machine", undefined],
  ["is no report", { rendition: 7 }],
])("says so where what was kept %s", async (_, kept) => {
  await show(kept);
  await screen.findByText(words.unreadable);
});
