import { arrangements, documentTypes, priorityGroups, retentionCodes } from "#shared/archive/codes.ts";
import type { Words } from "#shared/text/vi.ts";

type Option = { value: string; label: string };

/** The code lists as options of a select, in words. Access class 03 (Mật) is never offered: secrets stay out. */
export function codeOptions(words: Words) {
  const own = words.inventory.codes;
  const list = (codes: readonly string[], name: (code: string) => string): Option[] =>
    codes.map((value) => ({ value, label: name(value) }));
  return {
    retention: retentionCodes.map((value) => ({ value, label: words.common.retention[value] })),
    priority: priorityGroups.map((value) => ({ value, label: words.common.priorities[value] })),
    arrangement: arrangements.map((value) => ({ value, label: words.entry.arrangements[value] })),
    access: list(["", "01", "02"], (code) => own.access[code] ?? code),
    language: list(Object.keys(own.language).sort(), (code) => own.language[code] ?? code),
    condition: list(["", "01", "02", "03"], (code) => own.condition[code] ?? code),
    type: [
      { value: "", label: own.unknown },
      ...documentTypes.map(([value, label]): Option => ({ value, label })),
    ],
  };
}
