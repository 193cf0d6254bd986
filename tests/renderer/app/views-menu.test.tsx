import { cleanup, screen, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";
import { Route, Switch } from "wouter";
import type { CallInput } from "#shared/contract/desk.ts";
import { matrixStages } from "#shared/completeness/stages.ts";
import { numberSeries } from "#shared/rules/number-series.ts";
import { vi } from "#shared/text/vi.ts";
import { addressViews, readViews } from "#renderer/app/saved-views.ts";
import { addRecords } from "#renderer/db/work.ts";
import { BatchesScreen } from "#renderer/features/batches/batches-screen.tsx";
import { listViews } from "#renderer/features/inventory/grid/list-view.ts";
import { MatrixScreen } from "#renderer/features/matrix/matrix-screen.tsx";
import { NotesScreen } from "#renderer/features/notes/notes-screen.tsx";
import { ReviewScreen } from "#renderer/features/review/review-screen.tsx";
import { sampleBatch, sampleFonds, sampleItem } from "#tests/helpers/sample-records.ts";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork, sampleChecker } from "#tests/helpers/work.ts";

const words = vi.views;

beforeEach(() => window.localStorage.clear());

async function open(user: UserEvent) {
  await user.click(await screen.findByRole("button", { name: words.title }));
  return within(await screen.findByRole("dialog", { name: words.title }));
}

async function save(user: UserEvent, name: string) {
  const menu = await open(user);
  await user.type(menu.getByRole("textbox", { name: words.name }), name);
  await user.click(menu.getByRole("button", { name: words.save }));
  await expect.poll(() => screen.queryByRole("dialog", { name: words.title })).toBeNull();
}

const take = async (user: UserEvent, name: string) =>
  user.click(await (await open(user)).findByRole("button", { name }));

const user = () => userEvent.setup({ delay: null });

function matrixDesk() {
  const asked: CallInput<"matrix.count">[] = [];
  const place = {
    ...{ step: "units" as const, scope: "52.550", fondsId: "", inventory: "", box: "", fileId: "" },
  };
  const stages = matrixStages.map(() => ({ files: 1, items: 2, leaves: 3 }));
  const figures = { stages, odd: 0, corrections: 0 };
  const row = { ...figures, label: "Xã Phước Sơn", title: "", level: "commune" as const, place };
  const { desk } = answeringDesk({
    "matrix.count": (said) => {
      asked.push(said);
      return { place: said.place ?? place, path: [], rows: [row], total: figures, more: 0 };
    },
  });
  return { desk, asked };
}

describe("a saved view", () => {
  test("of the matrix brings back what is counted and narrowed, on another day too, and to nobody else", async () => {
    const { desk, asked } = matrixDesk();
    const people = user();
    const work = await openWork(sampleChecker);
    renderScreen(<MatrixScreen />, { work, desk });
    await people.selectOptions(await screen.findByLabelText(vi.matrix.only), vi.matrix.onlyChoices.red);
    await people.click(screen.getByRole("radio", { name: vi.matrix.measures.leaves }));
    await save(people, "Còn thiếu theo tờ");
    cleanup();

    const { history } = renderScreen(<MatrixScreen />, { work, desk });
    await screen.findByRole("table", { name: vi.matrix.table });
    expect(asked.at(-1)?.narrow.only).toBe("");
    await take(people, "Còn thiếu theo tờ");
    await expect.poll(() => asked.at(-1)?.narrow.only).toBe("red");
    expect(screen.getByRole("radio", { name: vi.matrix.measures.leaves })).toHaveProperty("checked", true);
    expect(history.at(-1)).toContain("/matrix/");
    cleanup();

    const other = { ...work, profile: { ...sampleChecker, name: "Người khác" } };
    renderScreen(<MatrixScreen />, { work: other, desk });
    const menu = await open(people);
    menu.getByText(words.none);
    expect(menu.queryByRole("button", { name: "Còn thiếu theo tờ" })).toBeNull();
    expect(await findBarriers()).toEqual([]);
  });

  test("of the notes asks for the same threads again, and is deleted", async () => {
    const asked: CallInput<"notes.list">[] = [];
    const { desk } = answeringDesk({
      "notes.list": (input) => {
        asked.push(input);
        return { rows: [], total: 0, waiting: 0, authors: ["Lê Văn C"] };
      },
    });
    const people = user();
    const work = await openWork(sampleChecker);
    renderScreen(<NotesScreen />, { work, desk });
    await people.click(await screen.findByRole("radio", { name: vi.notes.list.ofWhom.me }));
    await save(people, "Gọi tôi");
    await people.click(screen.getByRole("radio", { name: vi.notes.list.ofWhom.mine }));
    await expect.poll(() => asked.at(-1)?.whose).toBe("mine");
    await take(people, "Gọi tôi");
    const wanted = { kind: "", by: "", whose: "me", stand: "open", from: 0 };
    await expect.poll(() => asked.at(-1)).toEqual(wanted);
    const menu = await open(people);
    await people.click(menu.getByRole("button", { name: words.remove("Gọi tôi") }));
    await menu.findByText(words.none);
  });

  test("of the batches shows those of its state", async () => {
    const work = await openWork(sampleChecker);
    const batches = [
      sampleBatch("batch-1", { number: "2025-001", state: "capturing" }),
      sampleBatch("batch-2", { number: "2025-002", state: "checking" }),
    ];
    await addRecords(work, "batches", batches);
    const { desk } = answeringDesk({});
    const people = user();
    const at = "/batches/show/checking";
    renderScreen(
      <Switch>
        <Route path="/batches/show/:which" component={BatchesScreen} />
        <Route component={BatchesScreen} />
      </Switch>,
      { work, desk, at },
    );
    await screen.findByText("2025-002");
    expect(screen.queryByText("2025-001")).toBeNull();
    await save(people, "Chờ tôi kiểm tra");
    await people.click(screen.getByRole("radio", { name: vi.batches.state(vi.batches.all, 2) }));
    await screen.findByText("2025-001");
    await take(people, "Chờ tôi kiểm tra");
    await expect.poll(() => screen.queryByText("2025-001")).toBeNull();
    screen.getByText("2025-002");
  });

  test("of the review's numbers and of its duplicates is taken up in another fonds", async () => {
    const work = await openWork(sampleChecker);
    await addRecords(work, "fonds", [sampleFonds("fonds-1"), sampleFonds("fonds-2", { code: "H05.2" })]);
    const items = [1, 4].map((number) => sampleItem(`i${number}`, { number: String(number), type: "02" }));
    const answers: Answers = {
      "listing.numbers": () => ({ series: numberSeries(items) }),
      "listing.duplicates": () => ({ groups: [] }),
    };
    const { desk } = answeringDesk(answers);
    const people = user();
    const review = (at: string) =>
      renderScreen(<Route path="/review/:fondsId/:tab" component={ReviewScreen} />, { work, desk, at });
    const isOn = (name: string) => screen.getByRole<HTMLInputElement>("switch", { name }).checked;
    for (const [tab, name] of [
      ["numbers", vi.review.numbers.onlyOpen],
      ["duplicates", vi.review.duplicates.justifiedToo],
    ] as const) {
      review(`/review/fonds-1/${tab}`);
      await people.click(await screen.findByRole("switch", { name }));
      await save(people, `Xem ${tab}`);
      cleanup();
      review(`/review/fonds-2/${tab}`);
      await screen.findByRole("switch", { name });
      expect(isOn(name)).toBe(false);
      await take(people, `Xem ${tab}`);
      await expect.poll(() => isOn(name)).toBe(true);
      cleanup();
    }
  });
});

test("views that were kept before are read as they were; what is no view, or of another place, is left out", () => {
  const kept = { filter: { box: "12" }, sort: "place", descending: false, order: ["title"], hidden: [] };
  const write = (list: string, views: unknown) =>
    window.localStorage.setItem(`mucluc.views.${list}.Lê`, JSON.stringify(views));
  write("files", [{ ...kept, name: "Hộp 12" }, { name: "hỏng" }, 7]);
  expect(readViews(window.localStorage, listViews("files"), "Lê")).toEqual([{ name: "Hộp 12", shown: kept }]);
  const addresses = ["/matrix/only=red", "/matrix", "/matrixes", "https://elsewhere.example/"];
  write(
    "matrix",
    addresses.map((address) => ({ name: address, address })),
  );
  expect(
    readViews(window.localStorage, addressViews("/matrix"), "Lê").map(({ shown }) => shown.address),
  ).toEqual(addresses.slice(0, 2));
});
