import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { OutcomeLine } from "#renderer/app/outcome-line.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

test("says in words why the province does not take a record, and that it is safe here", async () => {
  const outcome = { state: "refused" as const, since: "2025-05-05T01:00:00Z", code: "secret", detail: "" };
  const { desk } = answeringDesk({ "sync.outcome": () => outcome });
  renderScreen(<OutcomeLine collection="files" id="file-1" />, { desk });
  const line = await screen.findByRole("status");
  expect(line.textContent).toBe(vi.trail.province.refused(vi.refused.codes.secret));
  expect(await findBarriers()).toEqual([]);
});
