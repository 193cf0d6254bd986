import { expect, it } from "vitest";
import { nextTasks } from "#renderer/features/welcome/next-tasks.ts";

const none = {
  draft: 0,
  "handed-over": 0,
  received: 0,
  capturing: 0,
  checking: 0,
  accepted: 0,
  returned: 0,
};

it("names first what a person of the role has to do", () => {
  const first = (...given: Parameters<typeof nextTasks>) => nextTasks(...given)[0]?.name;
  expect(first("commune-preparer", none, 0)).toBe("startInventory");
  expect(first("commune-preparer", none, 12)).toBe("makeBatch");
  expect(first("commune-preparer", { ...none, draft: 1, returned: 2 }, 12)).toBe("fixReturned");
  expect(first("capture-operator", { ...none, "handed-over": 1 }, 12)).toBe("receive");
  expect(first("capture-operator", { ...none, capturing: 1 }, 12)).toBe("capture");
  expect(first("district-checker", { ...none, checking: 1, "handed-over": 3 }, 12)).toBe("check");
  expect(first("district-checker", none, 12)).toBe("rest");
  expect(first("province-officer", none, 0)).toBe("watch");
});
