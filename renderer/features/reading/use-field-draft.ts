import { useState } from "react";
import type { Item } from "#shared/archive/item.ts";
import { type ItemReading, type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import { type FieldStand, standOfField } from "#shared/reading/stand-of-field.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Edit } from "#renderer/work/history.ts";
import { confirmFields } from "./confirm-fields.ts";
import { type Draft, draftOf, limits, readField } from "./field-draft.ts";

type Problems = Partial<Record<RecordedField, string>>;

/** The form of an item's fields: what was typed over what is listed or read, and how each stands. */
export function useFieldDraft(item: Item, reading: ItemReading | undefined) {
  const words = useWords();
  const { count } = useFormat();
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const [problems, setProblems] = useState<Problems>({});
  const draft = { ...draftOf(item, reading), ...typed };
  const stands = Object.fromEntries(
    recordedFields.map((field) => [field, standOfField(item, field, reading?.fields[field])]),
  ) as Record<RecordedField, FieldStand>;
  return {
    draft,
    stands,
    problems,
    isTyped: (field: RecordedField) =>
      typed[field] !== undefined && typed[field] !== draftOf(item, reading)[field],
    /** What tells which earlier items are of a kind with this one, in the record's form. */
    values() {
      const date = readField("issuedDate", draft.issuedDate);
      return { symbol: draft.symbol, issuer: draft.issuer, issuedDate: "value" in date ? date.value : "" };
    },
    set(field: RecordedField, value: string) {
      setTyped((before) => ({ ...before, [field]: value }));
      setProblems((before) => ({ ...before, [field]: undefined }));
    },
    /** The edit that confirms fields as they stand; nothing where one of them is wrong, which is then said. */
    confirm(fields: readonly RecordedField[]): Edit | undefined {
      const values: Partial<Record<RecordedField, string>> = {};
      const wrong: Problems = {};
      for (const field of fields) {
        const read = readField(field, draft[field]);
        if ("value" in read) values[field] = read.value;
        else if (read.problem === "not-a-date") wrong[field] = words.reading.notADate;
        else wrong[field] = words.reading.tooLong(count(limits[field]));
      }
      if (Object.keys(wrong).length > 0) {
        setProblems((before) => ({ ...before, ...wrong }));
        return undefined;
      }
      setTyped((before) =>
        Object.fromEntries(
          Object.entries(before).filter(([field]) => !(fields as readonly string[]).includes(field)),
        ),
      );
      return confirmFields(item, values);
    },
  };
}
