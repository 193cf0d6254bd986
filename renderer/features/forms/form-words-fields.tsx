import { Group, Stack, TextInput } from "@mantine/core";
import { readDate } from "#shared/inventory/read-date.ts";
import type { FormWords } from "#shared/forms/form-words.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The words of the head and the foot. `date` is as typed: it is read when the form is made. */
export function FormWordsFields(props: {
  words: FormWords;
  lists: boolean;
  onChange: (words: FormWords) => void;
}) {
  const { words: given, lists, onChange } = props;
  const words = useWords().forms;
  const field = (name: keyof FormWords, limit: number, placeholder = "") => (
    <TextInput
      label={words[name]}
      value={given[name]}
      maxLength={limit}
      placeholder={placeholder}
      error={name === "date" && typedDate(given.date) === undefined ? words.dateNotRead : undefined}
      onChange={(event) => onChange({ ...given, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      {field("parent", 200)}
      {field("agency", 200)}
      {lists && (
        <>
          {field("year", 20, words.yearHint)}
          <Group grow align="flex-start">
            {field("place", 100)}
            {field("date", 10, words.dateHint)}
          </Group>
          {field("preparer", 200)}
          {field("position", 200)}
        </>
      )}
    </Stack>
  );
}

/** A whole day as typed, `yyyy-mm-dd`; empty for none, nothing for what is no day. */
export function typedDate(text: string): string | undefined {
  const date = readDate(text.trim());
  return date === undefined || (date !== "" && date.length < 10) ? undefined : date;
}
