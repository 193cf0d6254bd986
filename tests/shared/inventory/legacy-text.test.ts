import { describe, expect, test } from "vitest";
import { fromLegacy, guessLegacy, legacyReader } from "#shared/inventory/legacy-text.ts";

// Pairs as other converters and old documents have them.
const tcvn3 = [
  ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
  ["QuyÕt ®Þnh vÒ viÖc cÊp ®Êt", "Quyết định về việc cấp đất"],
  ["hå s¬", "hồ sơ"],
  ["Tiªu ®Ò hå s¬", "Tiêu đề hồ sơ"],
  ["Tr­êng tiÓu häc", "Trường tiểu học"],
  ["B¸o c¸o kÕt qu¶ n¨m 2005", "Báo cáo kết quả năm 2005"],
  ["§¬n vÞ: Uû ban nh©n d©n huyÖn Tuy Ph­íc", "Đơn vị: Uỷ ban nhân dân huyện Tuy Phước"],
] as const;

const vni = [
  ["Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"],
  ["Quyeát ñònh veà vieäc caáp ñaát", "Quyết định về việc cấp đất"],
  ["UÛY BAN NHAÂN DAÂN HUYEÄN TUY PHÖÔÙC", "ỦY BAN NHÂN DÂN HUYỆN TUY PHƯỚC"],
  ["Baùo caùo keát quaû naêm 2005", "Báo cáo kết quả năm 2005"],
  ["Tröôøng tieåu hoïc", "Trường tiểu học"],
] as const;

describe("text of the old encodings", () => {
  test.each(tcvn3)("TCVN3 %j is %j", (old, text) => {
    expect(guessLegacy(old)).toBe("tcvn3");
    expect(fromLegacy(old, "tcvn3")).toBe(text);
  });

  test.each(vni)("VNI %j is %j", (old, text) => {
    expect(guessLegacy(old)).toBe("vni");
    expect(fromLegacy(old, "vni")).toBe(text);
  });

  test("every letter of TCVN3 stands for one Vietnamese letter", () => {
    const letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ";
    const codes = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0xa1 + at));
    const read = new Set(
      codes.map((code) => fromLegacy(code, "tcvn3")).filter((letter) => letters.includes(letter)),
    );
    expect(letters.split(/(?=.)/u).filter((letter) => !read.has(letter))).toEqual([]);
  });
});

describe("text that is Unicode already", () => {
  test.each([
    "Quyết định về việc cấp đất",
    "hoà bình, hoá đơn, toán, thuê đất, luân chuyển",
    "hoá",
    "toán",
    "hoãn",
    "tháng",
    "Ôn",
    "200 m²",
    "25°C",
    "Điều 5 § 2",
    "plain text 123/QD-UBND",
    "",
  ])("%j stays as it is", (text) => {
    expect(guessLegacy(text)).toBeUndefined();
    expect(legacyReader([text])(text)).toBe(text);
  });
});

describe("a sheet's reader", () => {
  test("reads short texts as the rest of the sheet stands", () => {
    const sample = tcvn3.map(([old]) => old);
    expect(legacyReader(sample)("tõ")).toBe("từ");
    expect(legacyReader([])("tõ")).toBe("tõ");
  });

  test("believes the font, and draws capitals where it does", () => {
    const read = legacyReader([]);
    expect(read("lín", ".VnTime")).toBe("lớn");
    expect(read("quyÕt ®Þnh", ".VnTimeH")).toBe("QUYẾT ĐỊNH");
    expect(read("naêm", "VNI-Times")).toBe("năm");
  });

  test("leaves Unicode text in an old font alone", () => {
    expect(legacyReader([])("Quyết định", ".VnTime")).toBe("Quyết định");
  });
});
