import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { RuleProfile } from "#shared/rules/profile.ts";
import { useWords } from "#renderer/app/words.tsx";

type Label = { label: ReactNode; required: boolean };

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
