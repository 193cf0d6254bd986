import { NavLink, ScrollArea, Text } from "@mantine/core";
import { nameOfField } from "#renderer/app/field-words.ts";
import type { OpenConflict } from "#renderer/app/use-conflicts.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { labelOfRecord } from "./record-label.ts";

/** The conflicts by their records, to choose which is shown. */
export function ConflictList(props: {
  rows: readonly OpenConflict[];
  shown: number;
  onShow: (at: number) => void;
}) {
  const { rows, shown, onShow } = props;
  const words = useWords();
  const narrow = useNarrow();
  return (
    <ScrollArea.Autosize
      mah={narrow ? "11rem" : "70vh"}
      flex={narrow ? "1 1 100%" : "0 1 15rem"}
      component="nav"
      aria-label={words.conflicts.list}
    >
      {rows.map(({ conflict, subject }, at) => (
        <div key={conflict.id}>
          {rows[at - 1]?.conflict.subjectId !== conflict.subjectId && (
            <Text size="sm" c="dimmed" mt="xs" px="xs" lineClamp={2}>
              {words.conflicts.subjects[conflict.subject]} {labelOfRecord(conflict.subject, subject).label}
            </Text>
          )}
          <NavLink
            component="button"
            label={nameOfField(words, conflict.subject, conflict.field)}
            active={at === shown}
            aria-current={at === shown ? "true" : undefined}
            onClick={() => onShow(at)}
          />
        </div>
      ))}
    </ScrollArea.Autosize>
  );
}
