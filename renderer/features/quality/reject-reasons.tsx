import { Button, Kbd, Paper, Text } from "@mantine/core";
import type { Page } from "#shared/archive/page.ts";
import { pageDefects } from "#shared/archive/page.ts";
import { useWords } from "#renderer/app/words.tsx";
import classes from "./quality.module.css";

/** Why a page is rejected, by digits: 1-9 and 0, in this order. */
export const rejectReasons = pageDefects.filter((defect) => defect !== "");

/** The reasons for which a page is rejected, each with its digit. */
export function RejectReasons({ onReject }: { onReject: (defect: Exclude<Page["defect"], "">) => void }) {
  const { quality } = useWords();
  return (
    <Paper withBorder p="sm" role="group" aria-label={quality.rejectTitle}>
      <Text fw={600}>{quality.rejectTitle}</Text>
      <Text size="sm" mb="xs">
        {quality.rejectHint}
      </Text>
      <div className={classes["reasons"]}>
        {rejectReasons.map((defect, index) => (
          <Button
            key={defect}
            variant="default"
            justify="flex-start"
            h="auto"
            py="0.35rem"
            leftSection={<Kbd>{(index + 1) % 10}</Kbd>}
            styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
            onClick={() => onReject(defect)}
          >
            {quality.defects[defect]}
          </Button>
        ))}
      </div>
    </Paper>
  );
}
