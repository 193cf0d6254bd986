import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconPencil,
  IconRobot,
} from "@tabler/icons-react";
import { type ComponentType, type KeyboardEvent, useId } from "react";
import { documentTypeName, documentTypes, type DocumentTypeCode } from "#shared/archive/codes.ts";
import type { Found, RecordedField } from "#shared/archive/reading.ts";
import type { FieldStand } from "#shared/reading/stand-of-field.ts";
import type { Suggestion } from "#shared/reading/suggest.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { writtenOf } from "./field-draft.ts";

const looks: Record<FieldStand | "typed", { colour: string; Icon: ComponentType<{ size?: string }> }> = {
  person: { colour: "var(--reading-green)", Icon: IconCircleCheck },
  machine: { colour: "var(--reading-blue)", Icon: IconRobot },
  proposed: { colour: "var(--reading-amber)", Icon: IconAlertTriangle },
  differs: { colour: "var(--reading-amber)", Icon: IconAlertTriangle },
  typed: { colour: "var(--reading-amber)", Icon: IconPencil },
  listed: { colour: "var(--mantine-color-dimmed)", Icon: IconCircleDashed },
  empty: { colour: "var(--mantine-color-dimmed)", Icon: IconCircleDashed },
};

export type FieldProps = {
  field: RecordedField;
  value: string;
  stand: FieldStand;
  /** True where what stands in the form is not what the record or the reading says. */
  typed: boolean;
  found: Found | undefined;
  suggestions: readonly Suggestion[];
  problem: string | undefined;
  readOnly: boolean;
  onFocus: () => void;
  onChange: (value: string) => void;
  /** Enter: confirms the field as it stands and goes to the next. */
  onConfirm: () => void;
  onPick: () => void;
};

/** The id of a field's input, to go to it from elsewhere. */
export function readingFieldId(field: RecordedField): string {
  return `reading-${field}`;
}

/** One field: what is listed or read, how sure that is in colour, sign and word, and what speaks against it. */
export function ReadingField(props: FieldProps) {
  const { field, value, found, suggestions, problem, readOnly } = props;
  const words = useWords();
  const { reading } = words;
  const { count } = useFormat();
  const noteId = useId();
  const state = props.typed ? "typed" : props.stand;
  const { colour, Icon } = looks[state];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === "Process") return;
    if (event.key === "F2") props.onPick();
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey) props.onConfirm();
    else return;
    event.preventDefault();
  };
  const shared = {
    id: readingFieldId(field),
    label: reading.fields[field],
    value,
    error: problem,
    onFocus: props.onFocus,
    onKeyDown: press,
    "aria-describedby": noteId,
  };
  const type = (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value);
  const said = found && writtenOf(field, found.value);
  const differs = props.stand === "differs" && said !== undefined && said !== value;
  return (
    <Stack gap={2} data-stand={state}>
      {field === "type" ? (
        <NativeSelect
          {...shared}
          disabled={readOnly}
          data={[
            { value: "", label: words.inventory.codes.unknown },
            ...documentTypes.map(([code, name]) => ({ value: code, label: name })),
          ]}
          onChange={type}
        />
      ) : field === "subject" ? (
        <Textarea {...shared} readOnly={readOnly} autosize minRows={2} maxRows={6} onChange={type} />
      ) : (
        <TextInput {...shared} readOnly={readOnly} autoComplete="off" onChange={type} />
      )}
      <Group gap={6} id={noteId} wrap="wrap" style={{ color: colour }}>
        <Icon size="1rem" aria-hidden />
        <Text size="sm" fw={600} inherit={false} c={colour}>
          {reading.states[state]}
        </Text>
        {found && (
          <Text size="sm" className="figures" c={colour}>
            · {reading.confidence(count(Math.round(found.confidence * 100)))}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {[...(found?.doubts ?? []).map((doubt) => reading.doubts[doubt])].join("; ") ||
            reading.stateHints[state]}
        </Text>
      </Group>
      {differs && (
        <Group gap="xs">
          <Text size="sm">
            {reading.scanSays(field === "type" ? documentTypeName(found?.value as DocumentTypeCode) : said)}
          </Text>
          {!readOnly && (
            <Button size="compact-sm" variant="light" onClick={() => props.onChange(said)}>
              {reading.use}
            </Button>
          )}
        </Group>
      )}
      {!readOnly && suggestions.length > 0 && (
        <Group gap={6} role="group" aria-label={reading.suggestions(reading.fields[field])}>
          {suggestions.map(({ value: suggested, times }) => (
            <Button
              key={suggested}
              size="compact-sm"
              variant="default"
              onClick={() => props.onChange(suggested)}
            >
              {reading.suggestion(
                field === "type" ? documentTypeName(suggested as DocumentTypeCode) : suggested,
                count(times),
              )}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}
