import { expect, test } from "vitest";
import { findingAidForms } from "#province/sharing/finding-aid/model.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeGroup,
  onEachStore,
  phuocHoa,
  quyNhon,
} from "#tests/province/world.ts";
import { aidPartner, fillAidFonds, oddTitle, ownNumber } from "./aid-fonds.ts";
import { settled } from "./harvester.ts";
import { allIn, outlineOf, readAid } from "./read-aid.ts";

onEachStore(
  "a finding aid",
  (world) => {
    test("is valid in both forms, in the hierarchy of the fonds, with what the store has of each and no more", async () => {
      await fillAidFonds(world);
      const ask = await aidPartner(world, "52", "open");
      for (const form of findingAidForms) {
        const answer = await ask("o", `?format=${form}`);
        expect(answer).toMatchObject({
          status: 200,
          headers: { "content-type": "application/xml; charset=utf-8" },
        });
        expect(answer.headers["content-disposition"]).toBe(`attachment; filename="phong-o.${form}.xml"`);
        const xml = String(answer.body);
        expect(xml).not.toMatch(new RegExp(`${ownNumber}|777|secret|early|unaccepted|asked|khai sinh|g3`));
        const { header, fonds } = readAid(xml, form, true);
        expect(outlineOf(fonds)).toEqual([
          ...["g-g1", ["f-top", "g-g1a", ["f-nine", ["i-n1", "i-n2"], "f-ten"]]],
          ...["g-g2", ["i-in-shut"], "f-loose"],
        ]);
        expect(allIn(fonds).map(({ level }) => level)).toEqual([
          ...["series", "file", "subseries", "file", "item", "item", "file", "series", "item", "file"],
        ]);
        expect(JSON.stringify(header)).toContain("Công cụ tra cứu: P.12 Phông Ủy ban nhân dân xã Phước Lộc");
        expect(JSON.stringify(header)).toMatch(/Tỉnh thử.*20\/05\/2025.*chưa được tỉnh xác nhận/);
        expect(fonds.texts).toMatchObject({
          ...{ unitid: ["P.12"], unittitle: ["Phông Ủy ban nhân dân xã Phước Lộc"], unitdate: ["1976-2025"] },
          ...{ origination: ["Ủy ban nhân dân xã Phước Lộc"], repository: ["Tỉnh thử"] },
          bioghist: [
            "Lập năm 1975. | CMND ••••••••• | Đơn vị hành chính đến 30/6/2025: Xã Phước Lộc, Huyện Tuy Phước, " +
              "Tỉnh Bình Định. | Nay thuộc Xã Tuy Phước.",
          ],
          ...{
            scopecontent: ["Các nhóm tài liệu chủ yếu: Đất đai & hộ tịch"],
            otherfindaid: ["Mục lục số 01"],
          },
          ...{
            accruals: ["Phông mở: còn được bổ sung tài liệu."],
            langmaterial: ["Tiếng Việt | Tiếng Pháp | Chăm"],
          },
        });
        expect(fonds.attributes).toMatchObject({
          unitid: [{ countrycode: "VN", repositorycode: "H08.15" }],
          unitdate: [{ normal: "1976/2025" }],
          language: [{ langcode: "vie" }, { langcode: "fre" }],
        });
        const of = (id: string) => allIn(fonds).find((one) => one.id === id);
        const shown = oddTitle.replace("\u0001", "");
        expect(of("f-nine")?.texts).toMatchObject({
          ...{ unitid: ["HS.9"], unittitle: [shown], unitdate: ["03/1995 – 02/01/1996"], container: ["7"] },
          ...{ physloc: ["Kho 1, giá 3"], accessrestrict: ["Công khai"], subject: ["đất", "nhà"] },
          appraisal: ["Thời hạn bảo quản: Vĩnh viễn"],
          odd: ["Số và ký hiệu hồ sơ: 9/HS | Mục lục số: 01 | Ghi chú: Kèm •••••••••"],
        });
        expect(of("f-nine")?.attributes["unitdate"]).toMatchObject([{ normal: "1995-03/1996-01-02" }]);
        expect(of("i-n1")?.texts).toMatchObject({
          ...{
            unitid: ["64/QĐ-UB"],
            unittitle: [shown],
            unitdate: ["02/03/1995"],
            origination: ["UBND huyện"],
          },
          ...{ persname: ["Nguyễn Văn Bình"], genreform: ["Quyết định"], physloc: ["Tờ số 1-3"] },
          ...{ altformavail: ["Có bản số hóa PDF/A ở tỉnh."], odd: ["Ghi chú: Bản sao"] },
        });
        expect(of("i-n2")?.texts["unittitle"]).toEqual(["Quyết định"]);
        const amounts = form === "ead3" ? "physdescset" : "physdesc";
        const counted = form === "ead3" ? "12 | tờ | 20 | trang" : "12 tờ | 20 trang";
        expect(of("f-nine")?.texts[amounts]).toEqual([counted]);
        expect(fonds.texts[amounts]).toEqual([
          form === "ead3" ? "4 | hồ sơ | 3 | văn bản" : "4 hồ sơ | 3 văn bản",
        ]);
      }
      expect(world.faults).toEqual([]);
    });

    test("gives a partner alone what lies within its grant, is noted, and says so where it is nothing", async () => {
      await fillAidFonds(world);
      const open = await aidPartner(world, "52", "open");
      expect((await open("o")).body).toContain("urn:isbn:1-931666-22-9");
      expect((await open("o", "?format=ead4")).status).toBe(400);
      expect((await open("khong-co")).status).toBe(404);
      for (const scope of [quyNhon, phuocHoa])
        expect((await (await aidPartner(world, scope, "closed"))("o")).status, scope).toBe(404);
      expect((await world.app.inject({ url: "/api/v1/fonds/o/finding-aid" })).statusCode).toBe(401);
      const notes = await world.database.query(
        "select detail from readings where detail like '%finding-aid'",
      );
      expect(notes[0]).toEqual({ detail: "GET /api/v1/fonds/o/finding-aid" });
      const described = (await world.app.inject({ url: "/api/openapi.json" })).json<{
        paths: Record<
          string,
          { get: { operationId: string; responses: Record<string, { content: object }> } }
        >;
      }>();
      const route = described.paths["/api/v1/fonds/{id}/finding-aid"]?.get;
      expect(route?.operationId).toBe("fondsByIdFindingAid");
      expect(Object.keys(route?.responses["200"]?.content ?? {})).toEqual(["application/xml"]);
    });

    test("is one of all entries that were decided to be one, parts of it as subfonds, each in its own scheme", async () => {
      await fillAidFonds(world);
      const other = await world.enrol("other", quyNhon);
      const there = "52.540.21550";
      for (const id of ["twin", "part"]) {
        await world.push(other, "fonds", makeFonds(id, there, { name: `Mục ${id}`, code: "" }));
        await world.push(other, "groups", makeGroup(`${id}-g`, there, { fondsId: id }));
        await world.push(other, "batches", makeBatch(`${id}-b`, there, { state: "accepted" }));
        const own = { fondsId: id, batchId: `${id}-b`, groupId: `${id}-g`, access: "01" } as const;
        await world.push(other, "files", makeFile(`${id}-f`, there, own));
      }
      const officer = await world.enrol("officer", "52", "province-officer");
      for (const [subject, verdict] of [
        ["twin", "same"],
        ["part", "part"],
      ])
        await world.ask(officer, "POST", "/fonds/decide", {
          ...{ subject, into: "o", verdict, why: "Một cơ quan", seen: 0 },
        });
      await settled(world);
      const all = await aidPartner(world, "52", "open");
      for (const id of ["o", "twin", "part"])
        for (const form of findingAidForms) {
          const { fonds } = readAid(String((await all(id, `?format=${form}`)).body), form);
          expect(fonds.texts["unittitle"]?.[0], id).toBe("Phông Ủy ban nhân dân xã Phước Lộc");
          expect(fonds.texts["custodhist"]).toEqual(["Tỉnh đã xác định là một phông với: Mục twin."]);
          expect(outlineOf(fonds).slice(-5)).toEqual([
            "f-loose",
            ...["g-twin-g", ["f-twin-f"], "o-part", ["g-part-g", ["f-part-f"]]],
          ]);
          expect(fonds.components.at(-1)?.level).toBe("subfonds");
        }
      // Who has nothing of the one that they are listed under is told nothing of it.
      const { fonds } = readAid(
        String((await (await aidPartner(world, quyNhon, "closed"))("twin")).body),
        "ead2002",
      );
      expect(fonds.texts["unittitle"]).toEqual(["Mục twin"]);
      expect(outlineOf(fonds)).toEqual(["g-twin-g", ["f-twin-f"], "o-part", ["g-part-g", ["f-part-f"]]]);
      expect((await (await aidPartner(world, quyNhon, "closed"))("o")).status).toBe(200);
      expect(JSON.stringify((await (await aidPartner(world, quyNhon, "closed"))("o")).body)).not.toContain(
        "Phước Lộc",
      );
    });
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);
