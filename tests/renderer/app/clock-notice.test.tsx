import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { vi } from "#shared/text/vi.ts";
import type { SyncStatus } from "#shared/contract/session.ts";
import { ClockNotice } from "#renderer/app/clock-notice.tsx";
import { answeringDesk, findBarriers, renderScreen } from "#tests/helpers/screen.tsx";

const { desk } = answeringDesk({});
const status = (clockAheadMs?: number) =>
  ({ savedRecords: 0, ...(clockAheadMs === undefined ? {} : { clockAheadMs }) }) as SyncStatus;

test("a clock that differs by more than two minutes is told with how much; a smaller difference is not", async () => {
  const ahead = renderScreen(<ClockNotice status={status(2 * 3_600_000 + 5 * 60_000)} />, { desk });
  screen.getByText("Đồng hồ máy này nhanh 2 giờ 5 phút so với tỉnh");
  expect(await findBarriers()).toEqual([]);
  ahead.unmount();
  const behind = renderScreen(<ClockNotice status={status(-20 * 365 * 86_400_000)} />, { desk });
  screen.getByText(vi.clock.behind("7300 ngày"));
  behind.unmount();
  for (const small of [undefined, 0, 119_000, -119_000]) {
    const { container, unmount } = renderScreen(<ClockNotice status={status(small)} />, { desk });
    expect(container.querySelector("[role=alert]")).toBeNull();
    unmount();
  }
});
