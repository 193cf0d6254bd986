import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Form } from "./use-draft.ts";

/** A date typed freely: read when the field is left, and then shown in its usual form; never while it is typed. */
export function DateInput<Field extends string>(props: {
  form: Form<Field>;
  field: Field;
  label: ReactNode;
  hint: string;
  /** The usual form of what was typed, or nothing where it is no date. */
  read: (text: string) => string | undefined;
}) {
  const { form, field, label, hint, read } = props;
  return (
    <TextInput
      {...form.bind(field)}
      label={label}
      placeholder={hint}
      onBlur={() => {
        const usual = read(form.draft[field]);
        if (usual !== undefined && usual !== form.draft[field]) form.set(field, usual);
      }}
    />
  );
}
