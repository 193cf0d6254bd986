import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { roomLeft } from "#shared/rules/length-room.ts";
import type { RuleProfile } from "#shared/rules/profile.ts";
import { useWords } from "#renderer/app/words.tsx";

type Label = { label: ReactNode; required: boolean };

/** What a text field of a form is told of its rules; the note on its length stands below it, so that nothing moves. */
type Ruled = {
  label: ReactNode;
  withAsterisk: boolean;
  description?: string;
  inputWrapperOrder: ("label" | "input" | "description" | "error")[];
};

/** Names of a form's text fields as a profile marks them, and how much room is left near the limit of one's length. */
export function useRuledFields<Field extends string>(
  rules: RuleProfile["files"],
  names: Readonly<Record<Field, string>>,
): (field: Field, text: string) => Ruled {
  const { room } = useWords().entry;
  const named = useFieldLabels(rules, names);
  return (field, text) => {
    const { label, required } = named(field);
    const limit = rules[field]?.limit;
    const left = roomLeft(text, limit);
    return {
      label,
      withAsterisk: required,
      ...(left === undefined || limit === undefined ? {} : { description: room(left, limit) }),
      inputWrapperOrder: ["label", "input", "description", "error"],
    };
  };
}

/** Names of a form's fields, marked by a profile: those needed to save by an asterisk, those to submit by a degree. */
export function useFieldLabels<Field extends string>(
  rules: RuleProfile["files"],
  names: Readonly<Record<Field, string>>,
): (field: Field) => Label {
  const { neededMark } = useWords().entry;
  return (field) => {
    const needed = rules[field]?.needed;
    if (needed !== "submission") return { label: names[field], required: needed === "listing" };
    const mark = (
      <Text span c="dimmed" inherit title={neededMark}>
        {" °"}
      </Text>
    );
    return {
      label: (
        <>
          {names[field]}
          {mark}
        </>
      ),
      required: false,
    };
  };
}
