import { ActionIcon, TextInput } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { useRef } from "react";
import { writeDate } from "#shared/archive/date-text.ts";
import { useWords } from "#renderer/app/words.tsx";
import { readTypedDay } from "./days-draft.ts";

/** A day that is typed as people write it, or chosen from the calendar; left, it stands in its usual form. */
export function DayField(props: {
  label: string;
  value: string;
  readOnly: boolean;
  error: string | undefined;
  onChange: (text: string) => void;
}) {
  const words = useWords().portal.admin.rules.days;
  const { label, value, readOnly, error, onChange } = props;
  const picker = useRef<HTMLInputElement>(null);
  return (
    <TextInput
      label={label}
      value={value}
      readOnly={readOnly}
      error={error}
      placeholder={words.placeholder}
      maxLength={30}
      autoComplete="off"
      className="figures"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={() => {
        const day = readTypedDay(value);
        if (!readOnly && day !== undefined && writeDate(day) !== value) onChange(writeDate(day));
      }}
      rightSection={
        !readOnly && (
          <>
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden
              value={readTypedDay(value) ?? ""}
              onChange={({ currentTarget }) => onChange(writeDate(currentTarget.value))}
              style={{ position: "absolute", inset: 0, opacity: 0, pointerEvents: "none" }}
            />
            <ActionIcon
              variant="subtle"
              aria-label={words.pick(label)}
              onClick={() => picker.current?.showPicker()}
            >
              <IconCalendar size="1.1rem" aria-hidden />
            </ActionIcon>
          </>
        )
      }
    />
  );
}
