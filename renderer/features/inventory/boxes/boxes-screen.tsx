import { Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconBox, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useParams } from "wouter";
import type { Box } from "#shared/archive/box.ts";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { InventoryTree } from "#shared/contract/listing.ts";
import type { BoxDraft } from "#shared/inventory/box-draft.ts";
import { toFonds } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { mayEdit } from "#renderer/features/inventory/may-edit.ts";
import { BoxContents } from "./box-contents.tsx";
import { BoxForm } from "./box-form.tsx";
import { type BoxAsk, BoxList } from "./box-list.tsx";
import { filesInNone, isPlaceless, joinBoxes, narrowRows } from "./box-rows.ts";
import { BoxTools } from "./box-tools.tsx";
import { useBoxes } from "./use-boxes.ts";

/** The boxes of a fonds: where each stands, what is in it, and which have no place yet. */
export function BoxesScreen() {
  const { fondsId = "" } = useParams();
  const desk = useDesk();
  const words = useWords();
  const fonds = useRecord("fonds", fondsId);
  const boxes = useBoxes(fondsId);
  const tree = useAskedAgain(`boxes ${fondsId}`, () => desk.call("listing.tree", { fondsId }), [
    "records.changed",
  ]);
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.inventory.title }} />;
  if (tree.error !== undefined && !tree.value) return <FaultView error={tree.error} onRetry={tree.ask} />;
  if (!fonds || !boxes || !tree.value) return null;
  return <BoxesPage key={fonds.id} fonds={fonds} tree={tree.value} boxes={boxes} />;
}

type Sheet = { kind: "contents" } | { kind: "edit"; before?: BoxDraft };

function BoxesPage({ fonds, tree, boxes }: { fonds: Fonds; tree: InventoryTree; boxes: Box[] }) {
  const { profile } = useWork();
  const all = useWords();
  const words = all.boxes;
  const { count } = useFormat();
  const [typed, setTyped] = useState("");
  const [placelessOnly, setPlacelessOnly] = useState(false);
  const [picked, setPicked] = useState("");
  const [sheet, setSheet] = useState<Sheet>();
  const rows = useMemo(() => joinBoxes(fonds.id, tree, boxes), [fonds.id, tree, boxes]);
  const shown = useMemo(() => narrowRows(rows, typed, placelessOnly), [rows, typed, placelessOnly]);
  // The box that is being written of stays chosen when its new place takes it out of what is shown.
  const open = sheet && rows.find(({ id }) => id === picked);
  const chosen = open ?? shown.find(({ id }) => id === picked) ?? shown[0];
  const at = shown.findIndex(({ id }) => id === chosen?.id);
  const following = shown[at + 1];
  const locked = !mayEdit(profile.role)
    ? words.readOnly
    : fonds.withdrawn === ""
      ? undefined
      : all.grid.withdrawnReason;
  const ask = (what: BoxAsk) => {
    if (what === "contents") {
      if (!chosen) return;
      setPicked(chosen.id);
      setSheet({ kind: "contents" });
    } else if (locked !== undefined) return;
    else if (chosen) {
      setPicked(chosen.id);
      setSheet({ kind: "edit" });
    }
  };
  const close = () => setSheet(undefined);
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.summary(
          count(rows.length),
          count(rows.filter(isPlaceless).length),
          count(filesInNone(tree)),
        )}
        back={{ to: toFonds(fonds.id), label: fonds.name }}
      />
      {locked !== undefined && (
        <Text c="dimmed" mb="sm">
          {locked}
        </Text>
      )}
      {rows.length === 0 ? (
        <EmptyState Icon={IconBox} title={words.emptyTitle} hint={words.emptyHint} />
      ) : (
        <Stack gap="sm">
          <Group gap="md">
            <TextInput
              aria-label={words.filter}
              placeholder={words.filter}
              leftSection={<IconSearch size="1.1rem" aria-hidden />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              w="20rem"
              maw="100%"
            />
            <Checkbox
              label={words.lackingOnly}
              checked={placelessOnly}
              onChange={(event) => setPlacelessOnly(event.currentTarget.checked)}
            />
          </Group>
          <BoxTools fondsId={fonds.id} chosen={chosen} locked={locked} onAsk={ask} />
          {shown.length === 0 ? (
            <Text c="dimmed">{words.noMatches}</Text>
          ) : (
            <BoxList
              rows={shown}
              chosen={chosen?.id ?? ""}
              covered={open !== undefined}
              onChoose={setPicked}
              onAsk={ask}
            />
          )}
        </Stack>
      )}
      {sheet?.kind === "contents" && open && (
        <SideSheet title={words.contentsOf(words.box(open.number))} close={all.common.close} onClose={close}>
          <BoxContents fondsId={fonds.id} row={open} />
        </SideSheet>
      )}
      {sheet?.kind === "edit" && open && (
        <SideSheet title={words.editOf(words.box(open.number))} close={all.common.close} onClose={close}>
          <BoxForm
            key={open.id}
            fonds={fonds}
            row={open}
            before={sheet.before}
            onSaved={close}
            onCancel={close}
            onNext={
              following &&
              ((written) => {
                setPicked(following.id);
                setSheet({ kind: "edit", before: written });
              })
            }
          />
        </SideSheet>
      )}
    </>
  );
}
