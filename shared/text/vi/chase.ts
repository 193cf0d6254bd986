import type { ChaseState } from "#shared/handover/chase-list.ts";

const states: Record<ChaseState, string> = {
  "nothing-listed": "Chưa lập mục lục",
  "nothing-given": "Chưa giao",
  part: "Giao chưa đủ",
  all: "Đã giao đủ",
};

/** Words of the list of communes that have not handed over. */
export const chase = {
  open: "Xã chưa giao",
  title: "Đôn đốc giao tài liệu",
  subtitle: (before: string, from: string) =>
    `Cấp xã giao tài liệu trước ngày ${before}; đôn đốc từ ngày ${from}.`,
  notYet: (from: string) => `Chưa đến ngày đôn đốc (${from}): danh sách để theo dõi.`,
  chased: (count: string) => `Cần đôn đốc ${count} đơn vị.`,
  noDay: "Chưa có hạn giao.",
  lacking: (lacking: string, all: string) => `${lacking} trên ${all} đơn vị chưa giao đủ`,
  unit: "Đơn vị",
  listed: "Theo mục lục",
  given: "Đã giao",
  left: "Còn thiếu",
  state: "Tình trạng",
  late: "Chậm (ngày)",
  states,
  none: "Không có xã, phường, thị trấn nào trong phạm vi của máy này.",
};
