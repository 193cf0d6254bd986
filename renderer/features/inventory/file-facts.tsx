import { Anchor, Group } from "@mantine/core";
import { Link } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { nameOfGroup, walkScheme } from "#shared/archive/scheme.ts";
import { receivingUnit } from "#shared/archive/successor.ts";
import { toBatch } from "#renderer/app/addresses.ts";
import { BatchStateBadge } from "#renderer/app/batch-state.tsx";
import { HoldControl } from "#renderer/app/hold-control.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useScheme } from "#renderer/app/use-groups.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useSuccessors } from "#renderer/app/use-successors.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { useBoxPlace } from "./boxes/use-boxes.ts";
import { ScopeTag } from "./scope-tag.tsx";

/** All that is listed of a file, and the batch it travels in. */
export function FileFacts({ file }: { file: ArchiveFile }) {
  const all = useWords();
  const words = all.inventory;
  const format = useFormat();
  const batch = useRecord("batches", file.batchId);
  const group = useGroupName(file);
  const boxPlace = useBoxPlace(file);
  const counted = (count: number) => (count === 0 ? "" : format.count(count));
  return (
    <KeyValues
      rows={[
        { name: words.file.notation, value: file.notation },
        { name: words.file.inventory, value: file.inventory },
        { name: words.file.box, value: file.box },
        { name: words.file.groupId, value: group },
        { name: words.file.retention, value: all.common.retention[file.retention] },
        { name: words.file.startDate, value: format.date(file.startDate) },
        { name: words.file.endDate, value: format.date(file.endDate) },
        { name: words.file.leafCount, value: counted(file.leafCount) },
        { name: words.file.pageCount, value: counted(file.pageCount) },
        { name: words.file.location, value: file.location || boxPlace },
        { name: words.file.arrangement, value: all.entry.arrangements[file.arrangement] },
        { name: words.file.frequentUse, value: file.frequentUse ? all.entry.yes : all.entry.no },
        { name: all.entry.scopeTitle, value: <ScopeTag file={file} /> },
        { name: words.file.scopeReason, value: file.scopeReason },
        { name: words.file.priority, value: all.common.priorities[file.priority] },
        { name: words.file.successor, value: <Receiving file={file} /> },
        { name: words.file.access, value: words.codes.access[file.access] },
        { name: words.file.language, value: words.codes.language[file.language] },
        { name: words.file.condition, value: words.codes.condition[file.condition] },
        { name: words.file.keywords, value: file.keywords },
        { name: words.file.note, value: file.note },
        {
          name: words.batch,
          value: batch ? (
            <Group gap="xs">
              <Anchor component={Link} href={toBatch(batch.id)}>
                {batch.number}
              </Anchor>
              <BatchStateBadge state={batch.state} />
            </Group>
          ) : (
            words.noBatch
          ),
        },
        { name: all.holds.hold, value: <HoldControl collection="files" record={file} /> },
        { name: words.received, value: file.receivedAt === "" ? "" : format.time(file.receivedAt) },
      ]}
    />
  );
}

/** The group of its fonds' scheme that a file is in, in words; empty where it is in none. */
function useGroupName({ fondsId, groupId }: ArchiveFile): string {
  const words = useWords().scheme;
  const scheme = useScheme(fondsId);
  if (groupId === "" || !scheme) return "";
  const node = walkScheme(scheme).find(({ group }) => group.id === groupId);
  return node ? nameOfGroup(node) : words.gone;
}

/** The commune that receives a file: derived from its unit, chosen, or not chosen yet. */
function Receiving({ file }: { file: ArchiveFile }) {
  const words = useWords().units;
  const successors = useSuccessors();
  if (!successors) return words.notKnown;
  const receiving = receivingUnit(successors, file.scope, file.successor);
  if (receiving.kind === "none") return words.noneFollows;
  if (receiving.kind === "open") {
    const names = receiving.choices.map(({ to }) => to.name).join(", ");
    return `${words.notChosen} (${names})`;
  }
  if (receiving.kind === "stays") {
    const others = receiving.choices.slice(1).map(({ to }) => to.name);
    return words.stays(receiving.unit.name, others.join(", "));
  }
  return receiving.chosen ? receiving.unit.name : words.derived(receiving.unit.name);
}
