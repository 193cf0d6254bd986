import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Group } from "#shared/archive/group.ts";
import { type FormWords, retentionName, upper } from "#shared/forms/form-words.ts";
import { yearsOf } from "#shared/forms/dates-covered.ts";
import { type ListColumn, type ListForm, listForm } from "#shared/forms/list-form.ts";
import { numberWords } from "#shared/forms/number-words.ts";
import { byPlace, fileNumber } from "#shared/forms/place-order.ts";

const columns: readonly ListColumn[] = [
  { heading: "Số và ký hiệu hồ sơ", share: 90, align: "left" },
  { heading: "Tên đề mục và tiêu đề hồ sơ", share: 330, align: "left" },
  { heading: "Thời hạn bảo quản", share: 80, align: "center" },
  { heading: "Người lập hồ sơ", share: 130, align: "left" },
  { heading: "Ghi chú", share: 90, align: "left" },
];

/**
 * "Danh mục hồ sơ" (NĐ 30/2020/NĐ-CP, Phụ lục V): the files under the headings of the fonds' classification scheme,
 * those in no group last. Who makes a file is left to be written.
 */
export function fileList(
  files: readonly ArchiveFile[],
  groups: readonly Group[],
  words: FormWords,
): ListForm | undefined {
  if (files.length === 0) return undefined;
  const { rows, listed, groupRows } = underHeadings(files, groups);
  const list = listForm(
    {
      name: "Danh mục hồ sơ",
      title: "DANH MỤC HỒ SƠ",
      facts: [
        `Năm ${words.year === "" ? yearsOf(files) || "……" : words.year}`,
        "(Ban hành kèm theo Quyết định số ………… ngày … tháng … năm …… của ……………………)",
      ],
      columns,
      rows,
      groupRows,
      hidden: { headings: ["Mã hồ sơ"], rows: listed.map((file) => [file?.code ?? ""]) },
      counted: "hồ sơ",
      size: 13,
    },
    words,
  );
  const forever = files.filter(({ retention }) => retention === "01").length;
  const count = `${files.length} (${numberWords(files.length)})`;
  return {
    ...list,
    totals: [
      `Bản danh mục hồ sơ này có ${count} hồ sơ, bao gồm: ${forever} hồ sơ bảo quản vĩnh viễn; ` +
        `${files.length - forever} hồ sơ bảo quản có thời hạn.`,
    ],
    signature: {
      role: words.position === "" ? "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ" : upper(words.position),
      how: "(Chữ ký của người có thẩm quyền, dấu của cơ quan, tổ chức)",
      name: words.preparer,
    },
  };
}

/** Rows in the order of the scheme; `listed` has each row's file, or nothing for a heading. */
function underHeadings(files: readonly ArchiveFile[], groups: readonly Group[]) {
  const rows: string[][] = [];
  const listed: (ArchiveFile | undefined)[] = [];
  const known = new Set(groups.map(({ id }) => id));
  const put = (held: readonly ArchiveFile[]) => {
    for (const file of [...held].sort(byPlace)) {
      rows.push([fileNumber(file), file.title, retentionName(file.retention), "", file.note]);
      listed.push(file);
    }
  };
  const head = (notation: string, title: string) => {
    rows.push([notation, title, "", "", ""]);
    listed.push(undefined);
  };
  const walk = (parentId: string, top: boolean) => {
    const here = groups.filter((group) => (known.has(group.parentId) ? group.parentId : "") === parentId);
    for (const group of here.sort(
      (one, other) => one.ordinal - other.ordinal || (one.id < other.id ? -1 : 1),
    )) {
      head(group.notation, top ? upper(group.title) : group.title);
      put(files.filter(({ groupId }) => groupId === group.id));
      walk(group.id, false);
    }
  };
  walk("", true);
  const loose = files.filter(({ groupId }) => !known.has(groupId));
  if (groups.length > 0 && loose.length > 0) head("", "HỒ SƠ CHƯA XẾP VÀO ĐỀ MỤC");
  put(loose);
  // Groups that stand in one another in a ring are reached from no top; their files are listed all the same.
  const missed = files.filter((file) => !listed.includes(file));
  put(missed);
  return { rows, listed, groupRows: listed.filter((file) => file === undefined).length };
}
