import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import { AuditTrail } from "#renderer/app/audit-trail.tsx";
import { type Answers, answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";
import { openWork } from "#tests/helpers/work.ts";

const person = { name: "Lê Thị Kiểm", role: "district-checker", scope: "52.550" } as const;

async function show(answers: Answers) {
  const { desk } = answeringDesk(answers);
  const trail = <AuditTrail collection="items" id="item-1" label="H05.1" onClose={() => undefined} />;
  renderScreen(trail, { work: await openWork(person), desk });
}

test("the trail names people, times and origins, and shows values as people read them", async () => {
  const entry = { deviceId: "01JXABCDEFGH", first: false } as const;
  await show({
    "records.trail": () => ({
      more: false,
      entries: [
        {
          ...entry,
          at: "2025-06-02T08:00:00.000Z",
          by: "Trần Thị B",
          origin: "province",
          changes: [
            { field: "issuedDate", before: "2016-03-05", after: "" },
            { field: "type", before: "", after: "02" },
            { field: "subject", before: "Về việc cũ", after: "Về việc mới" },
          ],
        },
        { ...entry, first: true, at: "2025-06-01T08:00:00.000Z", by: "", origin: "screen", changes: [] },
      ],
    }),
  });
  await screen.findByText(/Trần Thị B/);
  screen.getByText(/nhận từ tỉnh/);
  screen.getByText(vi.inventory.item.issuedDate);
  screen.getByText("05/03/2016");
  screen.getByText("Quyết định");
  screen.getByText("Về việc mới");
  screen.getByText(new RegExp(vi.trail.unknownPerson));
  screen.getByText(vi.trail.made);
  expect(await findBarriers()).toEqual([]);
});

test("a trail that cannot be read says so", async () => {
  await show({});
  await screen.findByText(vi.trail.failed);
});
