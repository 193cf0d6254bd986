import type { FormKind, FormOrder } from "#shared/contract/forms.ts";
import { retentionName } from "#shared/forms/form-words.ts";

const titles: Record<FormKind, string> = {
  "file-inventory": "Mục lục hồ sơ",
  "item-inventory": "Mục lục văn bản",
  "file-cover": "Bìa hồ sơ",
  "file-closing": "Chứng từ kết thúc",
  "file-list": "Danh mục hồ sơ",
  "box-contents": "Mục lục trong hộp",
  "box-labels": "Nhãn hộp",
  "file-labels": "Nhãn hồ sơ",
  "routing-slips": "Phiếu theo dõi hồ sơ",
  separators: "Tờ phân cách",
};

/** A file name for a form, with what it covers; nothing in it that a disk refuses. */
export function formName(order: FormOrder, about: { fondsCode: string; fileCode: string }): string {
  const { boxes, inventory, retention } = order;
  const parts = [
    titles[order.kind],
    about.fileCode === "" ? about.fondsCode : about.fileCode,
    inventory === undefined || inventory === "" ? "" : `ML ${inventory}`,
    boxes ? `hộp ${boxes.first}-${boxes.last}` : "",
    retention === undefined ? "" : retentionName(retention),
  ];
  const plain = parts
    .filter((part) => part !== "")
    .join(" - ")
    .replace(/[\s\\/:*?"<>|]+/g, " ")
    .slice(0, 150)
    .replace(/[. ]+$/, "");
  return `${plain}.${order.format}`;
}
