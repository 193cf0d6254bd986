import type { AccessLevel } from "#shared/archive/access-level.ts";
import { addPartner } from "#province/access/partner.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeGroup,
  makeItem,
  phuocLoc,
  tuyPhuoc,
  type World,
} from "#tests/province/world.ts";
import { settled } from "./harvester.ts";

/** What no XML may hold as it stands, and what none may hold at all. */
export const oddTitle = `Hồ sơ "A & B" <c>]]>\u0001 ’ \u{2A6D6}`;
/** A number of a paper of identity, in whatever people write. */
export const ownNumber = "211234567";

/** A fonds with a scheme of three groups, files in and out of it, and what its descriptions may hold. */
export async function fillAidFonds(world: World): Promise<string> {
  const desk = await world.enrol("desk", tuyPhuoc);
  await world.push(
    desk,
    "fonds",
    makeFonds("o", phuocLoc, {
      ...{
        code: "P.12",
        archiveCode: "H08.15",
        name: "Phông Ủy ban nhân dân xã Phước Lộc",
        dateSpan: "1976-2025",
      },
      ...{
        history: `Lập năm 1975.\nCMND ${ownNumber}`,
        languages: "Tiếng Việt, Tiếng Pháp, Chăm",
        open: true,
      },
      ...{ keyGroups: "Đất đai & hộ tịch", findingAids: "Mục lục số 01", paperTotal: 777_777 },
    }),
  );
  await world.push(
    desk,
    "groups",
    makeGroup("g1", phuocLoc, { fondsId: "o", notation: "I", title: "Nội chính", ordinal: 1 }),
    makeGroup("g1a", phuocLoc, {
      fondsId: "o",
      notation: "1",
      title: `Tổ chức ${ownNumber}`,
      parentId: "g1",
    }),
    makeGroup("g2", phuocLoc, { fondsId: "o", notation: "II", title: "Đất đai", ordinal: 2 }),
    makeGroup("g3", phuocLoc, { fondsId: "o", notation: "III", title: "Nhóm trống", ordinal: 3 }),
  );
  await world.push(
    desk,
    "batches",
    makeBatch("b", phuocLoc, { state: "accepted" }),
    makeBatch("b2", phuocLoc),
  );
  const of = { fondsId: "o", batchId: "b", access: "01" } as const;
  await world.push(
    desk,
    "files",
    makeFile("loose", phuocLoc, { ...of, code: "HS.1" }),
    makeFile("ten", phuocLoc, { ...of, groupId: "g1a", code: "HS.10", inventory: "01", notation: "10/HS" }),
    makeFile("nine", phuocLoc, {
      ...of,
      ...{ groupId: "g1a", code: "HS.9", title: oddTitle, startDate: "1995-03", endDate: "1996-01-02" },
      ...{
        leafCount: 12,
        pageCount: 20,
        box: "7",
        location: "Kho 1, giá 3",
        language: "09",
        retention: "01",
      },
      ...{ notation: "9/HS", inventory: "01", keywords: "đất; nhà", note: `Kèm ${ownNumber}` },
    }),
    makeFile("top", phuocLoc, { ...of, groupId: "g1", code: "HS.20" }),
    makeFile("shut", phuocLoc, {
      ...of,
      groupId: "g2",
      code: "HS.2",
      title: "Tập giấy khai sinh",
      access: "",
    }),
    makeFile("unaccepted", phuocLoc, { ...of, groupId: "g3", code: "HS.3", batchId: "b2" }),
  );
  await world.push(
    desk,
    "items",
    makeItem("n2", phuocLoc, { fileId: "nine", ordinal: 10, subject: "", type: "02" }),
    makeItem("n1", phuocLoc, {
      ...{
        fileId: "nine",
        ordinal: 9,
        subject: oddTitle,
        type: "02",
        number: "64",
        symbol: "QĐ-UB",
        language: "01",
      },
      ...{ issuedDate: "1995-03-02", issuer: "UBND huyện", signer: "Nguyễn Văn Bình", leaves: "1-3" },
      ...{ pageCount: 5, keywords: "giao đất", note: "Bản sao", renditionDigest: "a".repeat(64) },
    }),
    makeItem("in-shut", phuocLoc, { fileId: "shut", access: "01" }),
    makeItem("secret", phuocLoc, { fileId: "top", access: "03" }),
    makeItem("asked", phuocLoc, { fileId: "top", ordinal: 2, access: "02" }),
    makeItem("early", phuocLoc, { fileId: "unaccepted" }),
  );
  await settled(world);
  return desk;
}

/** Asks for finding aids as a partner of this scope and level. */
export async function aidPartner(world: World, scope: string, level: AccessLevel) {
  const { token } = await addPartner(world.database, { name: "Kho", scope, level }, world.clock.now);
  return (id: string, query = "") => world.ask(token, "GET", `/api/v1/fonds/${id}/finding-aid${query}`);
}
