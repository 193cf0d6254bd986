import { Group, SegmentedControl, Text } from "@mantine/core";
import { portalMeaningSchema } from "#shared/contract/portal.ts";
import { useWords } from "#renderer/app/words.tsx";
import type { Sought } from "./asked.ts";
import { useAnswer } from "./use-answer.ts";

/** By words or by meaning: a choice where the province has both, and nothing at all where it has not. */
export function SearchWay({ by, onChoose }: { by: Sought["by"]; onChoose: (by: Sought["by"]) => void }) {
  const words = useWords().portal.find;
  const { value } = useAnswer(portalMeaningSchema, "meaning");
  if (!value || value.state === "off") return null;
  const told = { away: words.meaningAway, making: words.meaningMaking, on: "" }[value.state];
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label={words.way}
        value={by}
        onChange={(chosen) => onChoose(chosen === "meaning" ? "meaning" : "words")}
        data={[
          { value: "words", label: words.byWords },
          { value: "meaning", label: words.byMeaning },
        ]}
      />
      {told !== "" && (
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      )}
    </Group>
  );
}
