import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Route, Switch } from "wouter";
import type { Role } from "#shared/archive/role.ts";
import type { SearchHit } from "#shared/contract/records.ts";
import { DeskFault } from "#shared/contract/fault.ts";
import { SearchScreen } from "#renderer/features/search/search-screen.tsx";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const hit: SearchHit = {
  collection: "items",
  id: "item-1",
  title: "Quyết định về việc giao đất",
  line: "900/QĐ-UBND · 26/02/2003",
  snippet: "… «Quyết» «định» giao đất tại «Tuy» «Phước» …",
  fileId: "file-1",
  itemId: "item-1",
  renditionDigest: "a".repeat(64),
  scope: "52.550.21952",
};

async function openSearch(answers: Answers, role: Role = "district-checker") {
  const work = await openWork({
    name: "Lê Thị Kiểm",
    role,
    scope: role === "province-officer" ? "52" : "52.550",
  });
  const { desk } = answeringDesk(answers);
  return renderScreen(
    <Switch>
      <Route path="/search/:words/:filter">
        <SearchScreen />
      </Route>
      <Route path="/search/:words">
        <SearchScreen />
      </Route>
      <Route path="/search">
        <SearchScreen />
      </Route>
    </Switch>,
    { work, desk, at: "/search" },
  );
}

test("typed words are asked for once the typing rests, and the words met are marked", async () => {
  const asked: string[] = [];
  const { history } = await openSearch({
    "search.find": ({ words }) => {
      asked.push(words);
      return { hits: [hit], total: 1 };
    },
  });
  await userEvent.setup().type(screen.getByRole("searchbox"), "quyet dinh");
  const found = await screen.findByRole("article", { name: hit.title });
  expect(asked).toEqual(["quyet dinh"]);
  expect(history.at(-1)).toBe("/search/quyet%20dinh");
  const marks = [...found.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marks).toEqual(["Quyết", "định", "Tuy", "Phước"]);
  expect(within(found).getByText(/Thị trấn Tuy Phước/)).toBeDefined();
  expect(
    within(found)
      .getByRole("link", { name: /Mở hồ sơ/ })
      .getAttribute("href"),
  ).toBe("/inventory/file/file-1");
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  expect(await findBarriers()).toEqual([]);
});

const none = { fonds: [], unit: [], type: [], year: [], retention: [], priority: [], state: [], inScope: [] };

test("what was found is counted by kind, narrowed by a press, and widened again from the keyboard", async () => {
  const filters: object[] = [];
  const { history } = await openSearch({
    "search.find": ({ filter }) => {
      filters.push(filter ?? {});
      return { hits: [hit], total: 1 };
    },
    "search.facets": ({ filter }) => ({
      total: 5,
      facets: {
        ...none,
        year: [
          { value: "0", count: 3 },
          { value: "2016", count: 2 },
        ],
        state: [{ value: "listed", count: filter.year === 2016 ? 2 : 5 }],
        type: Array.from({ length: 9 }, (_, at) => ({ value: `0${at + 1}`, count: 9 - at })),
      },
    }),
  });
  const user = userEvent.setup();
  await user.type(screen.getByRole("searchbox"), "giao dat");
  const years = await screen.findByRole("group", { name: "Năm" });
  expect(
    within(years)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["20162", "Không rõ năm3"]);
  // One value alone narrows nothing.
  expect(screen.queryByRole("group", { name: "Tình trạng" })).toBeNull();
  const types = screen.getByRole("group", { name: "Tên loại văn bản" });
  expect(within(types).getAllByRole("button")).toHaveLength(7);
  await user.click(within(types).getByRole("button", { name: /Thêm 3 mục/ }));
  expect(within(types).getByRole("button", { name: /Chương trình/ })).toBeDefined();
  await user.click(within(years).getByRole("button", { name: /2016/ }));
  const remove = await screen.findByRole("button", { name: "Bỏ lọc Năm: 2016" });
  expect(filters.at(-1)).toEqual({ year: 2016 });
  expect(history.at(-1)).toBe("/search/giao%20dat/year%3D2016");
  expect(await findBarriers()).toEqual([]);
  remove.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(filters.at(-1)).toEqual({}));
  expect(screen.queryByRole("button", { name: "Bỏ lọc Năm: 2016" })).toBeNull();
});

test("a province officer asks the province, and is not sent to files that lie elsewhere", async () => {
  await openSearch({ "province.find": () => ({ hits: [hit], total: 1 }) }, "province-officer");
  await userEvent.setup().type(screen.getByRole("searchbox"), "giao dat");
  const found = await screen.findByRole("article", { name: hit.title });
  expect(within(found).queryByRole("link", { name: /Mở hồ sơ/ })).toBeNull();
  expect(within(found).getByRole("button", { name: /Mở PDF/ })).toBeDefined();
});

test("nothing found says so, with what to try", async () => {
  await openSearch({ "search.find": () => ({ hits: [], total: 0 }) });
  await userEvent.setup().type(screen.getByRole("searchbox"), "khong co");
  expect(await screen.findByText("Không tìm thấy “khong co”")).toBeDefined();
});

test("a province that cannot be reached is told in three sentences, and asked again", async () => {
  let reachable = false;
  await openSearch(
    {
      "province.find": () => {
        if (!reachable) throw new DeskFault("province-unreachable", { lasting: false });
        return { hits: [hit], total: 1 };
      },
    },
    "province-officer",
  );
  const user = userEvent.setup();
  await user.type(screen.getByRole("searchbox"), "giao dat");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("Chưa kết nối được máy chủ của tỉnh.");
  reachable = true;
  await user.click(within(alert).getByRole("button", { name: "Thử lại" }));
  await waitFor(() => expect(screen.getByRole("article", { name: hit.title })).toBeDefined());
});
