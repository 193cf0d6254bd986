import type { ColumnField } from "#shared/inventory/column-field.ts";
import type { Meaning, Means } from "#shared/inventory/heading-meaning.ts";

const item = (field: ColumnField): Meaning => ({ item: field });

/** Headings of columns about items (văn bản). */
export function addItemHeadings(means: Means): void {
  means(
    item("item.code"),
    "docid",
    "ma dinh danh van ban",
    "ma dinh danh tai lieu",
    "ma van ban",
    "doccode",
    "ma luu tru cua tai lieu",
  );
  means(
    item("item.ordinal"),
    ...[
      "so thu tu van ban trong ho so",
      "stt van ban trong ho so",
      "stt van ban",
      "docordinal",
      "so thu tu van ban",
    ],
    ...[
      "so thu tu tai lieu trong ho so",
      "stt vb",
      "stt tai lieu",
      "stt trong ho so",
      "so thu tu trong ho so",
    ],
  );
  means(
    item("item.type"),
    "ten loai",
    "ten loai van ban",
    "loai van ban",
    "typename",
    "the loai van ban",
    "ten loai tai lieu",
  );
  means(item("item.number"), "so", "so van ban", "codenumber", "so cua van ban");
  means(item("item.symbol"), "ky hieu", "ky hieu van ban", "codenotation", "ky hieu cua van ban");
  means(
    { file: "file.notation", item: "item.numberAndSymbol" },
    ...["so ky hieu", "so va ky hieu", "so hieu"],
  );
  means(
    item("item.numberAndSymbol"),
    "so ky hieu van ban",
    "so va ky hieu van ban",
    "so ky hieu vb",
    "so hieu van ban",
  );
  means(
    { file: "file.span", item: "item.date" },
    ...["ngay thang nam", "ngay thang", "ngay thang nam van ban", "ngay thang van ban"],
  );
  means(
    item("item.date"),
    "ngay van ban",
    "ngay ban hanh",
    "issueddate",
    "ngay ky",
    "thoi gian van ban",
    "ngay thang nam ban hanh",
    "ngay thang ban hanh",
  );
  for (const [part, name] of [
    ["day", "ngay"],
    ["month", "thang"],
    ["year", "nam"],
  ] as const) {
    means(item(`item.date.${part}`), name);
    for (const lead of [
      "ngay thang nam",
      "ngay thang nam van ban",
      "ngay thang",
      "ngay ban hanh",
      "thoi gian van ban",
    ]) {
      means(item(`item.date.${part}`), `${lead} ${name}`, `${name} van ban`, `${name} ban hanh`);
    }
  }
  means(
    item("item.issuer"),
    ...["co quan ban hanh", "tac gia", "tac gia van ban", "organname", "noi ban hanh", "don vi ban hanh"],
    ...["ten co quan to chuc ban hanh", "co quan to chuc ban hanh", "co quan to chuc ca nhan ban hanh"],
    ...["ten co quan to chuc ban hanh van ban", "co quan ban hanh van ban"],
  );
  means(
    item("item.subject"),
    ...[
      "trich yeu",
      "trich yeu noi dung",
      "noi dung",
      "subject",
      "trich yeu van ban",
      "trich yeu noi dung van ban",
    ],
    ...["noi dung van ban", "trich yeu noi dung cua van ban", "noi dung trich yeu"],
  );
  means(
    item("item.typeAndSubject"),
    ...["ten loai va trich yeu noi dung", "ten loai va trich yeu noi dung van ban", "ten loai va trich yeu"],
    ...[
      "ten loai trich yeu noi dung",
      "ten loai va trich yeu van ban",
      "ten loai trich yeu noi dung van ban",
    ],
  );
  means(item("item.signer"), "nguoi ky", "ho ten nguoi ky", "fullname", "ho va ten nguoi ky", "signer");
  means(item("item.leaves"), "to so", "to so trang so", "trang so", "so to so", "to so trang", "vi tri to");
  means(item("item.autograph"), "but tich", "autograph", "but phe");
  means(item("item.process"), "quy trinh xu ly", "process");
  means(item("item.class"), "loai tai lieu", "loai hinh tai lieu");
  means(
    item("item.path"),
    "duong dan file",
    "duong dan",
    "path",
    "ten file",
    "ten tep",
    "file",
    "duong dan tep",
    "link",
  );
}
