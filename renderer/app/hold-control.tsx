import { Box, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconHandStop } from "@tabler/icons-react";
import { useState } from "react";
import type { Batch } from "#shared/archive/batch.ts";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { holdCode, type PaperHold } from "#shared/archive/paper-hold.ts";
import { may } from "#shared/archive/permissions.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { HoldDialog } from "#renderer/app/hold-dialog.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { StateBadge } from "#renderer/ui/state-badge.tsx";
import { holdPaper } from "#renderer/work/hold-paper.ts";

type Held =
  | { collection: "items"; record: Item; label: string }
  | { collection: "files"; record: ArchiveFile }
  | { collection: "batches"; record: Batch };

/** Says why an item, file or batch is kept back, by whom and when; keeps it back, or lets it go on. */
export function HoldControl(props: Held & { compact?: boolean }) {
  const { collection, record, compact = false } = props;
  const work = useWork();
  const all = useWords();
  const words = all.holds;
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const code = holdCode(record);
  const label =
    props.collection === "items"
      ? words.item(props.label)
      : props.collection === "files"
        ? words.file(props.record.code)
        : words.batch(props.record.number);
  const write = async (to: PaperHold["code"], why: string) => {
    setAsking(false);
    try {
      const { refused } = await holdPaper(work, collection, [record.id], to, why);
      const [refusal] = Object.keys(refused) as (keyof typeof words.refusals)[];
      if (refusal) notifications.show({ color: "red", message: words.refusals[refusal] });
      else notifications.show({ message: to === "" ? words.lifted(label) : words.done(label) });
    } catch (error) {
      notifyFault(all, error);
    }
  };
  const refusal = may(work.profile.role, "hold") ? undefined : words.refusals["not-your-role"];
  const { held } = record;
  const said = ({ why, by, at }: PaperHold) =>
    [why, words.by(by, format.time(at))].filter((part) => part !== "").join(" · ");
  return (
    <Group gap="xs" {...(compact ? {} : { mt: "md" })}>
      {held && code !== "" && (
        <Box miw={0} {...(compact ? { maw: "18rem" } : {})}>
          <StateBadge Icon={IconHandStop} label={words.held(words.reasons[code])} color="orange" />
          <Text size="sm" c="dimmed" truncate={compact} title={said(held)}>
            {said(held)}
          </Text>
        </Box>
      )}
      <ExplainedButton
        variant="default"
        {...(compact ? { size: "compact-sm" } : {})}
        aria-label={code === "" ? words.holdOf(label) : words.liftOf(label)}
        reason={refusal}
        onClick={() => setAsking(true)}
      >
        {code === "" ? words.hold : words.lift}
      </ExplainedButton>
      {asking && (
        <HoldDialog
          lifts={code !== ""}
          of={collection}
          label={label}
          onConfirm={(to, why) => void write(to, why)}
          onClose={() => setAsking(false)}
        />
      )}
    </Group>
  );
}
