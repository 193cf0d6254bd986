import { Anchor, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import { shortestJustification } from "#shared/archive/check.ts";
import { may } from "#shared/archive/permissions.ts";
import type { CallOutput } from "#shared/contract/desk.ts";
import { toFile, toFonds } from "#renderer/app/addresses.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";

export type GapRow = CallOutput<"matrix.gaps">["rows"][number];

/** Numbers that lack, each with its reason or the way to give one; `onChanged` after one was given or taken back. */
export function GapRows({ rows, onChanged }: { rows: readonly GapRow[]; onChanged: () => void }) {
  const all = useWords();
  const words = all.gaps;
  const desk = useDesk();
  const { profile } = useWork();
  const [asked, setAsked] = useState<GapRow>();
  const nameOf = (row: GapRow) =>
    words.names[row.kind](row.from === row.to ? String(row.from) : `${row.from}–${row.to}`);
  const write = (row: GapRow, text: string) => {
    const { kind, fondsId, fileId, inventory, box, from, to, noteId } = row;
    const done =
      noteId === ""
        ? desk.call("gaps.explain", { gap: { kind, fondsId, fileId, inventory, box, from, to }, why: text })
        : desk.call("notes.withdraw", { id: noteId, reason: text });
    setAsked(undefined);
    done.then(onChanged, (error: unknown) => notifyFault(all, error));
  };
  return (
    <>
      <Stack gap={0} role="list">
        {rows.map((row) => (
          <Group
            key={`${row.kind}/${row.fondsId}/${row.fileId}/${row.inventory}/${row.box}/${row.from}`}
            role="listitem"
            gap="sm"
            wrap="nowrap"
            py="0.4rem"
            justify="space-between"
          >
            <Group gap="sm" wrap="nowrap" miw={0} align="flex-start">
              {row.why === "" ? (
                <IconAlertTriangle
                  size="1.2rem"
                  color="var(--mantine-color-red-text)"
                  aria-hidden
                  style={{ flexShrink: 0 }}
                />
              ) : (
                <IconCircleCheck size="1.2rem" aria-hidden style={{ flexShrink: 0 }} />
              )}
              <Stack gap={0} miw={0}>
                <Text fw={600} className="figures">
                  {nameOf(row)}
                </Text>
                <Text size="sm" c="dimmed">
                  <Place row={row} />
                </Text>
                {row.why !== "" && <Text size="sm">{words.reason(row.why, row.by)}</Text>}
              </Stack>
            </Group>
            <Change row={row} name={nameOf(row)} me={profile} onChange={() => setAsked(row)} />
          </Group>
        ))}
      </Stack>
      {asked && (
        <ReasonDialog
          title={(asked.noteId === "" ? words.explainOf : words.takeBackOf)(nameOf(asked))}
          hint={asked.noteId === "" ? words.explainHint : words.takeBackHint}
          label={words.explainLabel}
          confirm={asked.noteId === "" ? words.save : words.takeBack}
          cancel={all.common.cancel}
          maxLength={500}
          shortest={asked.noteId === "" ? shortestJustification : 1}
          onConfirm={(text) => write(asked, text)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** Where the number lacks: the file of a leaf, else the fonds, inventory list and box of the row. */
function Place({ row }: { row: GapRow }) {
  const words = useWords().gaps;
  if (row.kind === "leaf")
    return (
      <>
        <Anchor component={Link} href={toFile(row.fileId)} inherit underline="always">
          {row.label}
        </Anchor>
        {row.title === "" ? "" : ` · ${row.title}`}
      </>
    );
  const within = [
    ...(row.inventory === "" ? [] : [words.inInventory(row.inventory)]),
    ...(row.box === "" ? [] : [words.inBox(row.box)]),
  ];
  return (
    <>
      <Anchor component={Link} href={toFonds(row.fondsId)} inherit underline="always">
        {row.fondsCode}
      </Anchor>
      {within.map((part) => ` · ${part}`).join("")}
    </>
  );
}

function Change(props: {
  row: GapRow;
  name: string;
  me: { name: string; role: Parameters<typeof may>[0] };
  onChange: () => void;
}) {
  const words = useWords().gaps;
  const { row, name, me, onChange } = props;
  const given = row.noteId !== "";
  const refusal = given
    ? row.by === me.name
      ? undefined
      : words.notYours(row.by)
    : may(me.role, "justify")
      ? undefined
      : words.mayNot;
  return (
    <ExplainedButton
      variant="default"
      size="xs"
      aria-label={(given ? words.takeBackOf : words.explainOf)(name)}
      reason={refusal}
      onClick={onChange}
      style={{ flexShrink: 0 }}
    >
      {given ? words.takeBack : words.explain}
    </ExplainedButton>
  );
}
