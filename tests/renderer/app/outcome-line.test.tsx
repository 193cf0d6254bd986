import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { OutcomeLine } from "#renderer/app/outcome-line.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

test("says in words why the province does not take a record, and that it is safe here", async () => {
  const outcome = {
    state: "refused" as const,
    since: "2025-05-05T01:00:00Z",
    code: "secret",
    detail: "",
    theirs: [],
    ours: [],
  };
  const { desk } = answeringDesk({ "sync.outcome": () => outcome });
  renderScreen(<OutcomeLine collection="files" id="file-1" />, { desk });
  const line = await screen.findByRole("status");
  expect(line.textContent).toBe(vi.trail.province.refused(vi.refused.codes.secret));
  expect(await findBarriers()).toEqual([]);
});

test("names the fields in which a record was merged, and what one that is held waits for", async () => {
  const at = { since: "2025-05-05T01:00:00Z", code: "", detail: "" };
  const waitsFor = { collection: "fonds" as const, id: "fonds-1", label: "01 – UBND xã", code: "" };
  const outcomes = {
    "file-1": { ...at, state: "merged" as const, theirs: ["title", "box"], ours: ["note"] },
    "file-2": { ...at, state: "held" as const, theirs: [], ours: [], waitsFor },
    "file-3": {
      ...at,
      state: "held" as const,
      theirs: [],
      ours: [],
      waitsFor: { ...waitsFor, label: "fonds-1" },
    },
  };
  const { desk } = answeringDesk({
    "sync.outcome": ({ id }) => outcomes[id as keyof typeof outcomes],
  });
  renderScreen(
    <>
      <OutcomeLine collection="files" id="file-1" />
      <OutcomeLine collection="files" id="file-2" />
      <OutcomeLine collection="files" id="file-3" />
    </>,
    { desk },
  );
  const { file } = vi.inventory;
  const { province } = vi.trail;
  await screen.findByText(new RegExp(province.theirs(`${file.title}, ${file.box}`)));
  screen.getByText(new RegExp(province.ours(file.note)));
  await screen.findByText(province.held(vi.refused.waitsFor("phông", "01 – UBND xã")));
  await screen.findByText(province.held(vi.refused.unknownParent("phông")));
});
