import { Group, Select, Textarea } from "@mantine/core";
import { type RefObject, useState } from "react";
import { Check } from "typebox/value";
import type { TSchema } from "typebox";
import { collections } from "#shared/archive/collections.ts";
import type { Conflict } from "#shared/archive/conflict.ts";
import { valueOfSide } from "#shared/archive/settle-conflict.ts";
import { optionsOfField } from "#renderer/app/field-words.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { namedBy } from "./record-label.ts";

/** Whether a third value can be written by hand: texts, numbers and codes, but not which record is meant. */
export function takesOther(conflict: Conflict): boolean {
  const kind = typeof valueOfSide(conflict, 0);
  return (
    (kind === "string" || kind === "number") &&
    namedBy(conflict.field) === undefined &&
    !["withdrawn", "verdict", "class"].includes(conflict.field)
  );
}

/** A third value, written instead of the two. */
export function OtherValue(props: {
  conflict: Conflict;
  start: string | number;
  reason: string | undefined;
  input: RefObject<HTMLTextAreaElement | null>;
  onUse: (value: unknown) => void;
}) {
  const { conflict, start, reason, input, onUse } = props;
  const all = useWords();
  const words = all.conflicts;
  const [typed, setTyped] = useState(String(start));
  const options = optionsOfField(all, conflict.field);
  const text = typed.normalize("NFC").trim();
  const value = typeof start === "number" ? Number(text === "" ? "0" : text) : text;
  const changed = JSON.stringify(value) !== JSON.stringify(start);
  const fits = isOfField(conflict, value);
  const use = reason ?? (!changed ? words.otherMissing : fits ? undefined : words.otherWrong);
  return (
    <Group align="flex-end" gap="sm">
      {options ? (
        <Select
          flex="1 1 18rem"
          label={words.other}
          data={[...options]}
          value={typed}
          allowDeselect={false}
          onChange={(chosen) => setTyped(chosen ?? "")}
        />
      ) : (
        <Textarea
          ref={input}
          flex="1 1 18rem"
          label={words.other}
          autosize
          minRows={1}
          maxRows={8}
          value={typed}
          error={changed && !fits ? words.otherWrong : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ExplainedButton variant="light" reason={use} onClick={() => onUse(value)}>
        {words.useOther}
      </ExplainedButton>
    </Group>
  );
}

function isOfField(conflict: Conflict, value: unknown): boolean {
  const properties: Record<string, TSchema> = collections[conflict.subject].schema.properties;
  const schema = properties[conflict.field];
  return schema !== undefined && Check(schema, value);
}
