import { encode } from "uqr";
import type { EnrolmentFile } from "#shared/keys/enrolment-file.ts";
import { keyMark } from "#shared/keys/key-text.ts";
import { vi } from "#shared/text/vi.ts";

const module = 3;

/** A printed enrolment: an A4 page as SVG with what the file says in words, and its text as a QR code. */
export function drawEnrolSheet(file: EnrolmentFile, unitName: string): string {
  const { enrolment } = file;
  const words = vi.enrolment;
  const { data, size } = encode(JSON.stringify(file), { ecc: "M", border: 2 });
  const dark = data.flatMap((row, y) => row.map((set, x) => (set ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  const lines = [
    `${words.sheet.province}: ${enrolment.province}`,
    `${words.sheet.address}: ${enrolment.address}`,
    `${words.sheet.unit}: ${unitName === "" ? enrolment.scope : unitName} (${enrolment.scope})`,
    `${words.sheet.role}: ${vi.common.roles[enrolment.role]}`,
    `${words.sheet.name}: ${enrolment.name}`,
    `${words.sheet.expires}: ${enrolment.expiresAt.slice(0, 16).replace("T", " ")} UTC`,
    `${words.sheet.mark}: ${keyMark(enrolment.keys.signing)}`,
  ];
  const text = (line: string, y: number, more = "") =>
    `<text x="60" y="${y}"${more}>${escapeXml(line)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 794 1123">`,
    `<rect width="794" height="1123" fill="#fff"/><g font-family="sans-serif" font-size="17" fill="#000">`,
    text(words.sheet.title, 90, ` font-size="26" font-weight="bold"`),
    ...lines.map((line, at) => text(line, 140 + at * 30)),
    text(words.sheet.secret, 370, ` font-weight="bold"`),
    text(words.sheet.how, 400),
    `</g><path transform="translate(${(794 - size * module * 1.6) / 2} 440) scale(${module * 1.6})" d="${dark}"/></svg>`,
  ].join("\n");
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
