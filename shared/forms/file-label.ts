import type { ArchiveFile } from "#shared/archive/file.ts";
import type { LabelPaper } from "#shared/forms/box-label.ts";
import { breakLines } from "#shared/forms/break-lines.ts";
import { writeFileMark } from "#shared/forms/file-mark.ts";
import { fileNumber } from "#shared/forms/place-order.ts";
import { a4, type Face, type Mark, type Measure, mm, type Sheet } from "#shared/forms/sheet.ts";

const size = { width: mm(70), height: mm(37) } as const;
const across = 3;
const onSheet = 24;

/** A label for each file: 24 of 70 × 37 mm on A4, or one of that size for a label printer. */
export function* drawFileLabels(
  files: readonly ArchiveFile[],
  fondsOf: (file: ArchiveFile) => { code: string },
  paper: LabelPaper,
  measure: Measure,
): Generator<Sheet> {
  if (paper === "thermal") {
    for (const file of files)
      yield { ...size, marks: drawLabel(file, fondsOf(file), { x: 0, y: 0 }, measure) };
    return;
  }
  const top = (a4.height - (onSheet / across) * size.height) / 2;
  for (let at = 0; at < files.length; at += onSheet) {
    const marks = files.slice(at, at + onSheet).flatMap((file, index) => {
      const corner = {
        x: (index % across) * size.width,
        y: top + Math.floor(index / across) * size.height,
      };
      return drawLabel(file, fondsOf(file), corner, measure);
    });
    yield { ...a4, marks };
  }
}

function drawLabel(
  file: ArchiveFile,
  fonds: { code: string },
  corner: { x: number; y: number },
  measure: Measure,
): Mark[] {
  const side = mm(24);
  const pad = mm(4.5);
  const x = corner.x + pad + side + mm(2);
  const width = size.width - pad * 2 - side - mm(2);
  const marks: Mark[] = [
    { kind: "code", text: writeFileMark(file.id), x: corner.x + pad, y: corner.y + pad, side },
  ];
  let y = corner.y + pad;
  const put = (text: string, points: number, face: Face, most: number) => {
    const lines = breakLines(text, width, { size: points, face }, measure);
    const shown = lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""}…`] : lines;
    for (const line of shown) {
      y += points * 1.18;
      marks.push({ kind: "text", text: line, x, y, size: points, face });
    }
  };
  put(`Phông số: ${fonds.code}`, 8, "regular", 1);
  put(`Hồ sơ số ${fileNumber(file) || "……"}`, 11, "bold", 1);
  put(file.code, 8, "bold", 2);
  put(
    [file.inventory === "" ? "" : `Mục lục số ${file.inventory}`, file.box === "" ? "" : `Hộp số ${file.box}`]
      .filter((part) => part !== "")
      .join(" · "),
    8,
    "regular",
    1,
  );
  put(file.title, 7.5, "regular", 3);
  return marks;
}
