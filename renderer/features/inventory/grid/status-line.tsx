import { Button, Group, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The line under a list, as a spreadsheet has one: its rows, what is selected, and what is yet to be put right. */
export function StatusLine(props: {
  /** Absent while the list is being asked for. */
  rows: number | undefined;
  selected: number;
  drafts: number;
  wrong: number;
  onWrong: () => void;
  stale: boolean;
  onReview: () => void;
  children?: ReactNode;
}) {
  const words = useWords().grid;
  const { count } = useFormat();
  const { rows, selected, drafts, wrong } = props;
  return (
    <Group gap="md" mt="0.35rem" mih="1.6rem" fz="sm" lh={1.4}>
      <Text role="status" className="figures" size="sm" fw={600}>
        {rows !== undefined && words.rows(count(rows))}
      </Text>
      {selected > 1 && (
        <Text size="sm" className="figures">
          {words.selected(count(selected))}
        </Text>
      )}
      {drafts > 0 && (
        <Text size="sm" className="figures">
          {words.drafts(drafts)}
        </Text>
      )}
      {wrong > 0 && (
        <Button color="red.9" autoContrast={false} size="compact-sm" onClick={props.onWrong}>
          {words.wrongCells(wrong)}
        </Button>
      )}
      {props.children}
      {props.stale && (
        <Button
          ml="auto"
          variant="light"
          size="compact-sm"
          leftSection={<IconRefresh size="1rem" aria-hidden />}
          onClick={props.onReview}
        >
          {words.changed} – {words.review}
        </Button>
      )}
    </Group>
  );
}
