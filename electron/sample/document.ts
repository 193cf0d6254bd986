import type { DocumentTypeCode } from "#shared/archive/codes.ts";

/** A fictitious administrative document, in the parts that NĐ 30/2020/NĐ-CP lays out. */
export type SampleDocument = {
  type: DocumentTypeCode;
  /** Số, without the symbol. */
  number: string;
  /** Ký hiệu: `QĐ-UBND`. */
  symbol: string;
  /** `yyyy-mm-dd` */
  issuedDate: string;
  /** Where it was signed: "Tuy Phước". */
  place: string;
  /** Lines of the head at the left, the last one underlined. */
  issuerLines: string[];
  /** The issuing body as an inventory names it. */
  issuer: string;
  /** The type as printed in capitals; empty for an official letter (công văn). */
  heading: string;
  subject: string;
  /** Lines in capitals between subject and grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN". */
  authority: string;
  paragraphs: Paragraph[];
  recipients: string[];
  /** Lines above the signature: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  signerTitle: string[];
  signer: string;
};

export type Paragraph = {
  /** Set in bold before the text: "Điều 1." */
  lead?: string;
  text: string;
  /** A line of its own in bold, in the middle. */
  middle?: boolean;
};
