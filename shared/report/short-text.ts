import { difficultyCodes, type Report } from "#shared/archive/report.ts";
import type { ReportRow } from "#shared/archive/report-row.ts";
import { readMoment, writeMoment } from "#shared/base/moment.ts";
import { dayInVietnam } from "#shared/base/vietnam-time.ts";
import { fail, ok, type Result } from "#shared/base/result.ts";
import { blankRow, totalOf } from "#shared/report/sum-rows.ts";

/** What a report says in a message: its unit's total, without the rows of the units below. */
export type ShortReport = Pick<
  Report,
  "scope" | "day" | "version" | "asOf" | "scanners" | "people" | "difficulties"
> & {
  total: ReportRow;
  /** The first digits of the whole report's digest, by which the two are matched when it comes. */
  digestStart: string;
  deviceId: string;
};

export type ShortFault = "not-a-report" | "cut-off" | "altered";

const mark = "MLBC1";
const digestDigits = 10;
const checkDigits = 2;

/**
 * A report as one line of about 250 characters that any message carries: `MLBC1`, unit, hour, figures in base 36, the
 * start of its digest, the device, its signature over all before it.
 */
export function writeShortText(report: Report, deviceId: string, sign: (text: string) => string): string {
  const total = totalOf(report);
  const numbers = [...figuresOf(total), report.scanners, report.people];
  const letters = report.difficulties.map((code) => difficultyCodes.indexOf(code).toString(36)).join("");
  const words = [
    mark,
    report.scope,
    report.version.toString(36),
    Math.floor(readMoment(report.asOf) / 60_000).toString(36),
    numbers.map((value) => value.toString(36)).join("."),
    letters,
    report.digest.slice(0, digestDigits),
    deviceId,
  ];
  const body = words.join(";");
  return `${body};${checkOf(body)};${sign(body)}`;
}

/**
 * Reads a report out of a message, whatever stands around it and however its lines were broken. `isSigned` is asked
 * whether the device it names has signed it. Faults: no such line, a line that was cut off or mistyped, one that was
 * altered or is not the device's.
 */
export function readShortText(
  text: string,
  isSigned: (deviceId: string, body: string, signature: string) => boolean,
): Result<ShortReport, ShortFault> {
  const found = text.replace(/\s+/g, "").match(new RegExp(`${mark};[0-9A-Za-z.;_-]*`))?.[0];
  if (found === undefined) return fail("not-a-report");
  const parts = found.split(";");
  const [, scope, version, minute, figures, letters, digestStart, deviceId, check, signature] = parts;
  if (
    parts.length < 10 ||
    !scope ||
    !version ||
    !minute ||
    !figures ||
    letters === undefined ||
    !digestStart ||
    !deviceId
  )
    return fail("cut-off");
  const body = parts.slice(0, 8).join(";");
  if (check !== checkOf(body) || !signature) return fail("cut-off");
  const signed = signature.slice(0, 86);
  if (signed.length < 86) return fail("cut-off");
  if (!isSigned(deviceId, body, signed)) return fail("altered");
  const numbers = figures.split(".").map((value) => parseInt(value, 36));
  const asOf = parseInt(minute, 36) * 60_000;
  if (numbers.length !== figureCount + 2 || numbers.some(Number.isNaN) || Number.isNaN(asOf))
    return fail("not-a-report");
  return ok({
    scope,
    day: dayInVietnam(asOf),
    version: parseInt(version, 36),
    asOf: writeMoment(asOf),
    scanners: numbers.at(-2) ?? 0,
    people: numbers.at(-1) ?? 0,
    difficulties: (letters.match(/./g) ?? []).flatMap(
      (letter) => difficultyCodes[parseInt(letter, 36)] ?? [],
    ),
    total: rowOf(scope, numbers),
    digestStart,
    deviceId,
  });
}

/** The figures of a row in the order of the message; metres in centimetres. */
function figuresOf(row: ReportRow): number[] {
  const amount = ({ files, items, pages }: { files: number; items: number; pages: number }) => [
    files,
    items,
    pages,
  ];
  return [
    ...amount(row.listed),
    Math.round(row.listed.metres * 100),
    row.listed.boxes,
    row.listed.leaves,
    ...amount(row.handedOver),
    ...amount(row.today),
    ...amount(row.captured),
    ...[row.checked, row.returned, row.confirmed, row.signed, row.packed, row.sent],
    ...row.groups,
  ];
}

const figureCount = figuresOf(blankRow({ unit: "", name: "", level: "district" })).length;

function rowOf(unit: string, numbers: readonly number[]): ReportRow {
  const at = (place: number) => numbers[place] ?? 0;
  const amount = (from: number) => ({ files: at(from), items: at(from + 1), pages: at(from + 2) });
  return {
    unit,
    name: "",
    level: "district",
    listed: { ...amount(0), metres: at(3) / 100, boxes: at(4), leaves: at(5) },
    handedOver: amount(6),
    today: amount(9),
    captured: amount(12),
    ...{ checked: at(15), returned: at(16), confirmed: at(17), signed: at(18), packed: at(19), sent: at(20) },
    groups: [21, 22, 23, 24, 25].map(at),
  };
}

/** Two digits that tell a mistyped letter from a forged line. */
function checkOf(body: string): string {
  let sum = 7;
  for (const letter of body) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1296;
  return sum.toString(36).padStart(checkDigits, "0");
}
