import type { ColumnField } from "#shared/inventory/column-field.ts";
import type { Meaning, Means } from "#shared/inventory/heading-meaning.ts";

const file = (field: ColumnField): Meaning => ({ file: field });

/** Headings of columns about files (hồ sơ), and of those that files and items share. */
export function addFileHeadings(means: Means): void {
  means({ file: "row", item: "row" }, "stt", "so tt", "tt", "so thu tu", "so tt stt", "so tt tt", "thu tu");
  means(
    file("file.code"),
    "ma ho so",
    "ma ho so luu tru",
    "ma hs",
    "filecode",
    "arcfilecode",
    "ma dinh danh ho so",
  );
  means(
    file("file.archive"),
    "ma co quan luu tru",
    "ma luu tru",
    "identifier",
    "ma dinh danh co quan",
    "ma dinh danh",
  );
  means(file("file.fonds"), "ma phong", "phong so", "organid", "ma phong luu tru");
  means(file("file.fondsName"), "phong", "ten phong", "phong luu tru", "fondname", "ten phong luu tru");
  means(file("file.inventory"), "muc luc", "muc luc so", "ml so", "filecatalog", "so muc luc", "ma muc luc");
  means(
    file("file.box"),
    "hop",
    "hop so",
    "so hop",
    "cap so",
    "hop cap so",
    "hop cap",
    "boxnumber",
    "so hop cap",
    "ma hop",
  );
  means(
    file("file.group"),
    ...["nhom", "nhom ho so", "nhom tai lieu", "ky hieu nhom", "ten nhom", "de muc", "ten de muc"],
    ...["khung phan loai", "phuong an phan loai", "muc phan loai"],
  );
  means(
    file("file.number"),
    "ho so so",
    "hs so",
    "so ho so",
    "dvbq so",
    "so dvbq",
    "don vi bao quan",
    "don vi bao quan so",
  );
  means(
    file("file.notation"),
    ...["so va ky hieu ho so", "so ky hieu ho so", "so ky hieu hs", "filenotation", "ky hieu ho so"],
  );
  means(
    file("file.title"),
    ...["tieu de ho so", "tieu de", "ten ho so", "title", "tieu de ho so don vi bao quan", "tieu de hs"],
    ...[
      "ten de muc va tieu de ho so",
      "tieu de ho so tai lieu",
      "noi dung ho so",
      "trich yeu ho so",
      "tieu de dvbq",
    ],
  );
  means(
    { file: "file.retention", item: "item.retention" },
    ...["thoi han bao quan", "thbq", "thoi han luu tru", "maintenance", "thoi han bq", "thoi gian bao quan"],
  );
  means(
    { file: "file.access", item: "item.access" },
    ...["che do su dung", "mode", "rights", "muc do tiep can", "muc do truy cap", "quyen truy cap"],
  );
  means(
    { file: "file.secrecy", item: "item.secrecy" },
    "do mat",
    "muc do mat",
    "do khan",
    "do mat do khan",
    "mat",
  );
  means({ file: "file.language", item: "item.language" }, "ngon ngu", "language");
  means(
    file("file.span"),
    ...["thoi gian tai lieu", "thoi gian", "thoi gian bat dau ket thuc", "thoi gian cua tai lieu"],
    ...["ngay thang bat dau va ket thuc", "thoi gian bat dau va ket thuc", "ngay thang bd kt"],
  );
  for (const [field, words, english] of [
    ["file.start", ["bat dau", "bd"], "startdate"],
    ["file.end", ["ket thuc", "kt"], "enddate"],
  ] as const) {
    means(file(field), english);
    for (const word of words) {
      for (const lead of ["thoi gian", "ngay", "ngay thang", "ngay thang nam", "tu ngay", "thoi diem"]) {
        means(file(field), `${lead} ${word}`);
      }
      for (const [part, name] of [
        ["day", "ngay"],
        ["month", "thang"],
        ["year", "nam"],
      ] as const) {
        const exact: ColumnField = `${field}.${part}`;
        if (part !== "day") means(file(exact), `${name} ${word}`);
        for (const lead of ["thoi gian", "thoi diem", "ngay", "ngay thang nam"]) {
          means(file(exact), `${lead} ${word} ${name}`);
        }
        means(file(exact), `${word} ${name}`);
      }
    }
  }
  means(
    file("file.start"),
    "tu ngay",
    "thoi gian tai lieu tu",
    "thoi gian tu",
    "tu",
    "thoi gian tai lieu bat dau",
  );
  means(
    file("file.end"),
    "den ngay",
    "thoi gian tai lieu den",
    "thoi gian den",
    "den",
    "thoi gian tai lieu ket thuc",
  );
  means(
    file("file.documents"),
    ...[
      "tong so van ban trong ho so",
      "tong so van ban",
      "so luong van ban",
      "so van ban",
      "totaldoc",
      "doctotal",
    ],
    ...["tong so tai lieu trong ho so", "tong so tai lieu", "so luong tai lieu"],
  );
  means(file("file.explanation"), "chu giai");
  means({ file: "file.sign", item: "item.sign" }, "ky hieu thong tin", "inforsign", "infosign");
  means({ file: "file.keywords", item: "item.keywords" }, "tu khoa", "keyword", "keywords");
  means(file("file.leaves"), "so luong to", "so to", "tong so to", "numberofpaper", "so luong to giay");
  means(
    { file: "file.pages", item: "item.pages" },
    ...[
      "so luong trang",
      "so trang",
      "tong so trang",
      "numberofpage",
      "pagenumber",
      "pagetotal",
      "pageamount",
    ],
  );
  means(
    file("file.leavesAndPages"),
    "so to so trang",
    "so to trang",
    "so luong to trang",
    "so to hoac so trang",
  );
  means(
    { file: "file.condition", item: "item.condition" },
    "tinh trang vat ly",
    "format",
    "tinh trang",
    "tinh trang tai lieu",
  );
  means({ file: "file.trust", item: "item.trust" }, "muc do tin cay", "confidencelevel");
  means(file("file.paperCode"), "ma ho so giay goc", "ma ho so goc giay", "paperfilecode", "ma ho so giay");
  means({ file: "file.recovery", item: "file.recovery" }, "che do du phong", "riskrecovery");
  means(
    { file: "file.recoveryState", item: "file.recoveryState" },
    "tinh trang du phong",
    "riskrecoverystatus",
  );
  means({ file: "file.note", item: "item.note" }, "ghi chu", "description", "note", "mo ta");
}
