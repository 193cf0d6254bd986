import { Select } from "@mantine/core";
import { useMemo } from "react";
import { fold, foldedWords } from "#shared/base/fold.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";

/** Where taken pages go: to an item that is chosen, else to where their separators or names say, or the tray. */
export function TargetItem(props: {
  documents: readonly Document[];
  itemId: string;
  onChoose: (itemId: string) => void;
}) {
  const { scan, capture } = useWords();
  const { documents, itemId, onChoose } = props;
  const choices = useMemo(
    () =>
      documents.map(({ file, item }) => ({
        value: item.id,
        label: `${file.code}.${item.ordinal} · ${item.subject}`,
      })),
    [documents],
  );
  return (
    <Select
      label={scan.target}
      description={scan.targetHint}
      placeholder={scan.targetNone}
      data={choices}
      value={itemId === "" ? null : itemId}
      onChange={(value) => onChoose(value ?? "")}
      searchable
      clearable
      limit={50}
      nothingFoundMessage={capture.tray.nothing}
      filter={({ options, search, limit }) => {
        const wanted = foldedWords(search);
        const met = options.filter(
          (option) => "label" in option && wanted.every((word) => fold(option.label).includes(word)),
        );
        return met.slice(0, limit);
      }}
    />
  );
}
