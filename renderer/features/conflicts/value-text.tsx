import { Text } from "@mantine/core";
import type { Conflict } from "#shared/archive/conflict.ts";
import { inWords } from "#renderer/app/field-words.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { labelOfRecord, namedBy } from "./record-label.ts";

/** A value of the conflict's field as people read it; a record that it names by that record's own label. */
export function ValueText({ conflict, value }: { conflict: Conflict; value: unknown }) {
  const words = useWords();
  const format = useFormat();
  const { field } = conflict;
  const named = namedBy(field);
  if (named !== undefined && typeof value === "string" && value !== "")
    return <NamedText collection={named} id={value} />;
  if (field === "withdrawn") {
    const gone = typeof value === "string" && value !== "" ? `${words.conflicts.gone}: ${value}` : "";
    return <Text fw={600}>{gone || words.conflicts.stands}</Text>;
  }
  return (
    <Text fw={600} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {inWords(words, format, field, value)}
    </Text>
  );
}

function NamedText(props: { collection: NonNullable<ReturnType<typeof namedBy>>; id: string }) {
  const record = useRecord(props.collection, props.id);
  return <Text fw={600}>{record ? labelOfRecord(props.collection, record).label : props.id}</Text>;
}
