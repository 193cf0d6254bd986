import { Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClock, IconLoader2 } from "@tabler/icons-react";
import type { Page } from "#shared/archive/page.ts";
import { checkPage } from "#shared/rules/capture-quality.ts";
import { useRuleData } from "#renderer/app/use-rule-profile.ts";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./capture.module.css";
import { type PageProgress, pageProgress } from "./page-progress.ts";

const marks: Record<PageProgress, [typeof IconClock, string]> = {
  waiting: [IconClock, "gray"],
  working: [IconLoader2, "blue"],
  done: [IconCircleCheck, "lacquer"],
  held: [IconAlertTriangle, "red"],
};

/** How far a page is, in a sign and a word, with a sign where its quality wants a look. */
export function PageMark({ page, working }: { page: Page; working: boolean }) {
  const texts = useWords().capture.page;
  const progress = pageProgress(page, working);
  const [Icon, color] = marks[progress];
  const { quality } = useRuleData();
  const warned = checkPage(page, "", quality).some(({ severity }) => severity !== "note");
  return (
    <Group gap="0.25rem" wrap="nowrap">
      <Icon
        size="1rem"
        color={`var(--mantine-color-${color}-text)`}
        className={progress === "working" ? classes["turning"] : undefined}
        aria-hidden
      />
      <Text span size="xs">
        {texts[progress]}
      </Text>
      {warned && progress !== "held" && (
        <IconAlertTriangle size="1rem" color="var(--mantine-color-yellow-text)" aria-hidden />
      )}
    </Group>
  );
}
