import { Button, Group, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FileFacts } from "./file-facts.tsx";
import classes from "./grid/grid-screen.module.css";
import { ScopeTag } from "./scope-tag.tsx";

/** What is most asked of a file, in one line; all that is listed of it opens under the line. */
export function FileLine({ file }: { file: ArchiveFile }) {
  const all = useWords();
  const { inventory, grid } = all;
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const batch = useRecord("batches", file.batchId);
  const dates = [...new Set([file.startDate, file.endDate])].filter((date) => date !== "").map(format.date);
  const facts = [
    file.inventory === "" ? "" : grid.tree.inventory(file.inventory),
    file.box === "" ? "" : grid.tree.box(file.box),
    dates.join(" – "),
    file.retention === "" ? "" : all.common.retention[file.retention],
    file.leafCount === 0 ? "" : grid.leaves(format.count(file.leafCount)),
    file.pageCount === 0 ? "" : grid.pages(format.count(file.pageCount)),
  ].filter((fact) => fact !== "");
  const Icon = opened ? IconChevronUp : IconChevronDown;
  return (
    <section className={classes["facts"]} aria-label={inventory.fileFields}>
      <Group gap="sm" mih="1.9rem">
        {facts.length > 0 && (
          <Text size="sm" className="figures">
            {facts.join(" · ")}
          </Text>
        )}
        <ScopeTag file={file} brief />
        {batch && <BatchStateBadge state={batch.state} />}
        <Button
          variant="subtle"
          size="compact-sm"
          rightSection={<Icon size="0.9rem" aria-hidden />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => setOpened(!opened)}
        >
          {opened ? grid.lessFacts : grid.moreFacts}
        </Button>
      </Group>
      <div id={id} className={classes["allFacts"]} hidden={!opened} tabIndex={opened ? 0 : -1}>
        {opened && <FileFacts file={file} />}
      </div>
    </section>
  );
}
