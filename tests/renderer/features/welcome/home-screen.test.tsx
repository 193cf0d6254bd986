import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { CallInput, CallOutput } from "#shared/contract/desk.ts";
import { vi as words } from "#shared/text/vi.ts";
import { HomeScreen } from "#renderer/features/welcome/home-screen.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const overview = { fonds: 1, files: 12, items: 40, pages: 0, renditions: 0, held: 0, batches: [] };

function facets({ collection, filter }: CallInput<"listing.facets">): CallOutput<"listing.facets"> {
  const total =
    filter.retention === "" ? 3 : Object.keys(filter).length > 0 ? 0 : collection === "files" ? 12 : 40;
  const none = { unit: [], type: [], year: [], retention: [], priority: [], state: [], inScope: [] };
  return { total, facets: { ...none, fonds: total > 0 ? [{ value: "f1", count: total }] : [] } };
}

it("says what the inventory lacks with its count, links to just those records, and ticks off the rest", async () => {
  const work = await openWork({ name: "Trần Thị Xã", role: "commune-preparer", scope: "52.550.21952" });
  const { desk } = answeringDesk({ "counts.overview": () => overview, "listing.facets": facets });
  renderScreen(<HomeScreen />, { work, desk });
  const { tasks } = words.home;
  const list = await screen.findByRole("region", { name: words.home.next });
  const title = tasks.noRetention.title("3");
  const link = await within(list).findByRole("link", { name: `${tasks.noRetention.action}: ${title}` });
  expect(link.getAttribute("href")).toBe("/inventory/fonds/f1/list/collection=files&retention=");
  expect(within(list).getByText(tasks.noItemDate.done)).toBeTruthy();
  expect(within(list).queryByText(tasks.noItemDate.title("0"))).toBeNull();
  expect(screen.getByText(words.home.milestoneNames.communeDocuments)).toBeTruthy();
  expect(screen.queryByText(words.home.milestoneNames.districtDocuments)).toBeNull();
  expect(await findBarriers()).toEqual([]);
});
