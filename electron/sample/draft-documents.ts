import { documentTypes, documentTypeName, type DocumentTypeCode } from "#shared/archive/codes.ts";
import type { Chance } from "./chance.ts";
import type { Paragraph, SampleDocument } from "./document.ts";

/** The units that sample documents speak of: "xã Mẫu" in the district "huyện Tuy Phước". */
export type SamplePlaces = { commune: string; district: string; province: string };

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Huỳnh", "Bùi"] as const;
const middles = ["Văn", "Thị", "Minh", "Hữu", "Ngọc", "Thanh"] as const;
const givens = ["Mẫu", "Thử", "Ví Dụ", "Giả Định"] as const;

/** A name that nobody bears: its last part says that it is an example. */
function inventPerson(chance: Chance): string {
  return `${chance.pick(families)} ${chance.pick(middles)} ${chance.pick(givens)}`;
}

/** What the documents of the sample are about, in the order of its items. */
export const matters = ["land", "notice", "report", "plan", "request", "letter"] as const;

export type Matter = (typeof matters)[number];

type Sketch = {
  type: DocumentTypeCode;
  subject: string;
  authority?: string;
  fromDistrict?: boolean;
  paragraphs: Paragraph[];
};

/** Drafts a document on a matter; `long` ones fill two pages. */
export function draftDocument(
  matter: Matter,
  places: SamplePlaces,
  chance: Chance,
  long: boolean,
): SampleDocument {
  const person = inventPerson(chance);
  const sketch = sketches[matter](places, person, chance, long);
  const unit = sketch.fromDistrict ? places.district : places.commune;
  const abbreviation = documentTypes.find(([code]) => code === sketch.type)?.[2] ?? "";
  const isLetter = abbreviation === "";
  const year = chance.whole(1996, 2019);
  const month = chance.whole(1, 12);
  const day = chance.whole(1, 28);
  return {
    type: sketch.type,
    number: String(chance.whole(101, 1899)),
    symbol: isLetter ? "UBND-VP" : `${abbreviation}-UBND`,
    issuedDate: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    place: ownName(unit),
    issuerLines: ["ỦY BAN NHÂN DÂN", unit.toUpperCase()],
    issuer: `Ủy ban nhân dân ${unit}`,
    heading: isLetter ? "" : documentTypeName(sketch.type).toUpperCase(),
    subject: sketch.subject,
    authority: sketch.authority ?? "",
    paragraphs: sketch.paragraphs,
    recipients: ["Như trên;", `UBND ${places.district} (để b/c);`, "Lưu: VT."],
    signerTitle: chance.next() < 0.5 ? ["CHỦ TỊCH"] : ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    signer: inventPerson(chance),
  };
}

/** "huyện Tuy Phước" → "Tuy Phước". */
function ownName(unit: string): string {
  return unit.replace(/^(xã|phường|thị trấn|huyện|thị xã|thành phố|tỉnh) /i, "");
}

const articles = (...texts: string[]): Paragraph[] =>
  texts.map((text, index) => ({ lead: `Điều ${index + 1}.`, text }));

const duties = [
  "Giao cán bộ địa chính phối hợp với các thôn rà soát hiện trạng sử dụng đất, lập danh sách và báo cáo kết quả trước ngày 25 hằng tháng để tổng hợp.",
  "Giao Ban Tài chính cân đối kinh phí từ nguồn ngân sách được giao trong năm, bảo đảm chi đúng mục đích, tiết kiệm và có hiệu quả.",
  "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể tuyên truyền, vận động nhân dân tham gia thực hiện đầy đủ, đúng thời gian quy định.",
  "Các thôn tổ chức họp dân, công khai nội dung thực hiện, lấy ý kiến và lập biên bản có chữ ký của người dự họp.",
  "Văn phòng Ủy ban nhân dân theo dõi, đôn đốc, tổng hợp khó khăn, vướng mắc để kịp thời báo cáo cấp có thẩm quyền xem xét, giải quyết.",
  "Hồ sơ, tài liệu hình thành trong quá trình thực hiện phải được lập và nộp vào lưu trữ theo đúng quy định hiện hành.",
];

const more = (long: boolean): Paragraph[] =>
  long ? [...duties, ...duties.slice().reverse()].map((text, at) => ({ text: `${at + 1}. ${text}` })) : [];

const sketches: Record<Matter, (at: SamplePlaces, who: string, chance: Chance, long: boolean) => Sketch> = {
  land: (at, who, chance, long) => ({
    type: "02",
    subject: `Về việc giao đất ở cho hộ ông ${who} tại ${at.commune}, ${at.district}`,
    authority: `CHỦ TỊCH ỦY BAN NHÂN DÂN ${at.district.toUpperCase()}`,
    fromDistrict: true,
    paragraphs: [
      { text: "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;" },
      { text: "Căn cứ Luật Đất đai và các văn bản hướng dẫn thi hành;" },
      { text: `Xét đề nghị của Ủy ban nhân dân ${at.commune} tại tờ trình kèm theo,` },
      { text: "QUYẾT ĐỊNH:", middle: true },
      ...articles(
        `Giao cho hộ ông ${who}, thường trú tại ${at.commune}, ${at.district}, ${at.province}, thửa đất số ${chance.whole(20, 480)}, tờ bản đồ số ${chance.whole(2, 38)}, diện tích ${chance.whole(120, 400)} m², mục đích sử dụng: đất ở nông thôn, thời hạn sử dụng lâu dài.`,
        `Phòng Địa chính ${at.district} có trách nhiệm vào sổ địa chính, chỉnh lý bản đồ và hướng dẫn hộ gia đình nộp lệ phí theo đúng trình tự, thủ tục quy định.`,
        `Chánh Văn phòng, Trưởng phòng Địa chính, Chủ tịch Ủy ban nhân dân ${at.commune} và ông ${who} chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.`,
      ),
      ...more(long),
    ],
  }),
  notice: (at, who, chance, long) => ({
    type: "07",
    subject: `Về việc tiếp nhận hồ sơ và trả kết quả tại ${at.commune}`,
    paragraphs: [
      {
        text: `Để thuận tiện cho nhân dân khi liên hệ công việc, Ủy ban nhân dân ${at.commune} thông báo như sau:`,
      },
      {
        text: `Kể từ ngày 01 tháng ${chance.whole(2, 11)}, việc tiếp nhận hồ sơ được thực hiện tại bộ phận một cửa, buổi sáng từ 7 giờ 30 đến 11 giờ, buổi chiều từ 13 giờ 30 đến 17 giờ.`,
      },
      { text: `Người phụ trách: ông (bà) ${who}. Mọi phản ánh xin gửi về bộ phận một cửa.` },
      ...more(long),
      {
        text: `Ủy ban nhân dân ${at.commune} thông báo để các cơ quan, tổ chức và nhân dân biết, thực hiện./.`,
      },
    ],
  }),
  report: (at, who, chance, long) => ({
    type: "14",
    subject: `Kết quả thực hiện nhiệm vụ kinh tế - xã hội của ${at.commune}`,
    paragraphs: [
      {
        text: `Thực hiện chương trình công tác năm, Ủy ban nhân dân ${at.commune} báo cáo kết quả như sau:`,
      },
      { lead: "I. VỀ KINH TẾ", text: "" },
      {
        text: `Diện tích gieo trồng cả năm đạt ${chance.whole(310, 880)} ha, bằng ${chance.whole(92, 108)}% kế hoạch; sản lượng lương thực đạt ${chance.whole(1200, 4800)} tấn. Thu ngân sách đạt ${chance.whole(400, 990)} triệu đồng.`,
      },
      { lead: "II. VỀ VĂN HÓA - XÃ HỘI", text: "" },
      {
        text: `Tỷ lệ trẻ em đến trường đạt ${chance.whole(90, 99)}%. Trạm y tế khám, chữa bệnh cho ${chance.whole(800, 2900)} lượt người. Ông (bà) ${who} được giao theo dõi công tác thi đua.`,
      },
      ...more(long),
      { text: `Trên đây là báo cáo của Ủy ban nhân dân ${at.commune}, kính trình cấp trên xem xét./.` },
    ],
  }),
  plan: (at, who, chance, long) => ({
    type: "10",
    subject: `Chỉnh lý và số hóa tài liệu lưu trữ của ${at.commune}`,
    paragraphs: [
      { lead: "I. MỤC ĐÍCH, YÊU CẦU", text: "" },
      { text: "Bảo đảm tài liệu được thu thập, sắp xếp, bảo quản an toàn và phục vụ khai thác lâu dài." },
      { lead: "II. NỘI DUNG", text: "" },
      {
        text: `Chỉnh lý ${chance.whole(8, 40)} mét giá tài liệu, số hóa ${chance.whole(900, 4200)} trang, lập mục lục hồ sơ và bàn giao cho cấp trên. Ông (bà) ${who} là người phụ trách.`,
      },
      ...more(long),
      { lead: "III. TỔ CHỨC THỰC HIỆN", text: "" },
      { text: `Các bộ phận liên quan của ${at.commune} căn cứ Kế hoạch này triển khai thực hiện./.` },
    ],
  }),
  request: (at, who, chance, long) => ({
    type: "15",
    subject: `Về việc sửa chữa nhà văn hóa thôn tại ${at.commune}`,
    paragraphs: [
      { text: `Kính gửi: Ủy ban nhân dân ${at.district}` },
      {
        text: `Nhà văn hóa thôn được xây dựng từ năm ${chance.whole(1982, 1994)}, nay mái và nền đã xuống cấp. Ông (bà) ${who} thay mặt nhân dân trong thôn đã có đơn đề nghị sửa chữa.`,
      },
      {
        text: `Tổng kinh phí dự toán là ${chance.whole(18, 96)}.000.000 đồng, trong đó nhân dân đóng góp một phần bằng ngày công lao động.`,
      },
      ...more(long),
      { text: `Kính đề nghị Ủy ban nhân dân ${at.district} xem xét, phê duyệt./.` },
    ],
  }),
  letter: (at, who, chance, long) => ({
    type: "22",
    subject: `V/v trả lời đơn đề nghị của ông (bà) ${who}`,
    paragraphs: [
      { text: `Kính gửi: Ông (bà) ${who}` },
      {
        text: `Ủy ban nhân dân ${at.commune} nhận được đơn của ông (bà) đề ngày ${chance.whole(1, 28)} tháng ${chance.whole(1, 12)} về việc xác nhận ranh giới thửa đất.`,
      },
      {
        text: "Qua kiểm tra hồ sơ địa chính và thực địa, ranh giới thửa đất phù hợp với bản đồ đã được phê duyệt, không có tranh chấp với các hộ liền kề.",
      },
      ...more(long),
      { text: `Ủy ban nhân dân ${at.commune} trả lời để ông (bà) được biết./.` },
    ],
  }),
};
