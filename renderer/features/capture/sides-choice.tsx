import { NativeSelect } from "@mantine/core";
import { type StackSides, stackSides } from "#shared/archive/count-leaves.ts";
import { useWords } from "#renderer/app/words.tsx";

/** How some pages were scanned: on one side of the paper or on both; `undefined` is a mixture. */
export function SidesChoice(props: {
  label: string;
  sides: StackSides | undefined;
  onSay: (sides: StackSides) => void;
}) {
  const { sides: texts } = useWords().station;
  const { label, sides, onSay } = props;
  return (
    <NativeSelect
      label={label}
      size="sm"
      value={sides ?? "mixed"}
      onChange={(event) => {
        const said = stackSides.find((one) => one === event.currentTarget.value);
        if (said !== undefined) onSay(said);
      }}
      data={[
        ...stackSides.map((value) => ({ value, label: texts.of[value === "" ? "unsaid" : value] })),
        ...(sides === undefined ? [{ value: "mixed", label: texts.of.mixed }] : []),
      ]}
    />
  );
}
