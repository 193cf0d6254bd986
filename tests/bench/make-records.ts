import { blankFile, blankFonds, blankItem } from "#shared/archive/blank.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { Item } from "#shared/archive/item.ts";
import { makeRecord } from "#shared/archive/record.ts";
import { tickClock, clockZero, writeClock } from "#shared/base/clock.ts";
import { newId } from "#shared/base/id.ts";

const places = [
  "Tuy Phước",
  "Diêu Trì",
  "Phước Lộc",
  "Phước Sơn",
  "An Nhơn",
  "Đập Đá",
  "Vân Canh",
  "Phù Cát",
  "Hoài Ân",
];
const matters = [
  "về việc phê duyệt kế hoạch sử dụng đất",
  "về việc thành lập Hội đồng thi đua khen thưởng",
  "về việc giao chỉ tiêu phát triển kinh tế xã hội",
  "về việc hỗ trợ hộ nghèo sửa chữa nhà ở",
  "về việc bổ nhiệm cán bộ địa chính",
  "về việc thu hồi đất xây dựng đường giao thông nông thôn",
  "về việc cấp giấy chứng nhận quyền sử dụng đất",
];

/** Repeatable chance: the same seed gives the same records. */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One fonds, `files` files in it, and items spread over them: as a district's decisions look. */
export function makeRecords(count: number, files: number, seed: number, scope = "52.550") {
  const chance = chanceOf(seed);
  let clock = clockZero;
  const start = Date.UTC(2025, 4, 16);
  let made = 0;
  const stamp = () => {
    made += 1;
    clock = tickClock(clock, start + made);
    return { clock: writeClock(clock, `bench${seed}`), by: "Nguyễn Thị Bench", deviceId: `bench${seed}` };
  };
  const id = () => newId(start + made, chance);
  const pick = (list: readonly string[]) => list[chance(list.length)] ?? "";
  const fonds = makeRecord<Fonds>(
    {
      ...blankFonds,
      id: id(),
      scope,
      code: `P${seed}`,
      name: "Phông Ủy ban nhân dân huyện Tuy Phước",
      archiveCode: "H08.31",
      dateSpan: "2015-2020",
    },
    stamp(),
  );
  const fileList = Array.from({ length: files }, (_, at) =>
    makeRecord<ArchiveFile>(
      {
        ...blankFile,
        id: id(),
        scope,
        fondsId: fonds.id,
        code: `H08.31.${2015 + (at % 6)}.${String(at + 1).padStart(5, "0")}`,
        notation: `${at + 1}-QĐ`,
        inventory: "01",
        box: String(1 + Math.floor(at / 20)),
        title: `Tập lưu quyết định ${pick(matters)} của Ủy ban nhân dân huyện ${pick(places)}`,
        retention: "01",
        access: "01",
        language: "01",
        startDate: "2015-01-05",
        endDate: "2015-12-28",
        leafCount: 40,
        pageCount: 62,
        condition: "01",
        priority: "decision",
      },
      stamp(),
    ),
  );
  const items = Array.from({ length: count }, (_, at) =>
    makeRecord<Item>(
      {
        ...blankItem,
        id: id(),
        scope,
        fileId: fileList[at % files]?.id ?? "",
        ordinal: Math.floor(at / files) + 1,
        type: "02",
        number: String(at + 1),
        symbol: "QĐ-UBND",
        issuedDate: `201${5 + (at % 5)}-0${1 + (at % 9)}-1${at % 10}`,
        issuer: `Ủy ban nhân dân huyện ${pick(places)}`,
        subject: `Quyết định ${pick(matters)} tại xã ${pick(places)} năm 201${at % 10}`,
        signer: "Trần Văn Mẫu",
        language: "01",
        access: "01",
        condition: "01",
        leaves: `${at}-${at + 1}`,
        pageCount: 2,
      },
      stamp(),
    ),
  );
  return { fonds, files: fileList, items };
}
