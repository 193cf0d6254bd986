import { Button, Group, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconCopy, IconDownload, IconSitemap, IconTableImport, IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import { countFiles, nameOfGroup, type SchemeNode, walkScheme } from "#shared/archive/scheme.ts";
import { linesOfScheme } from "#shared/inventory/scheme-lines.ts";
import { toFonds } from "#renderer/app/addresses.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { toListed } from "#renderer/app/listed.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useScheme } from "#renderer/app/use-groups.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu, type MenuAction } from "#renderer/ui/action-menu.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { mayEdit } from "#renderer/work/may-edit.ts";
import type { GrowSource } from "./grow-dialog.tsx";
import { saveScheme } from "./save-scheme.ts";
import { SchemeDialogs, type SchemeQuestion } from "./scheme-dialogs.tsx";
import { SchemeTools } from "./scheme-tools.tsx";
import { SchemeTree, type TreeAsk } from "./scheme-tree.tsx";
import { useSchemeActions } from "./use-scheme-actions.ts";

/** The classification scheme of a fonds: its groups as a tree, and what is done with them. */
export function SchemeScreen() {
  const { fondsId = "" } = useParams();
  const words = useWords().inventory;
  const fonds = useRecord("fonds", fondsId);
  const scheme = useScheme(fondsId);
  if (fonds === undefined || !scheme) return null;
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  return <SchemePage key={fonds.id} fonds={fonds} scheme={scheme} />;
}

const growIcons = { template: IconTemplate, fonds: IconCopy, sheet: IconTableImport } as const;

function SchemePage({ fonds, scheme }: { fonds: Fonds; scheme: SchemeNode[] }) {
  const work = useWork();
  const desk = useDesk();
  const all = useWords();
  const words = all.scheme;
  const { count } = useFormat();
  const [picked, setPicked] = useState("");
  const [question, setQuestion] = useState<SchemeQuestion>();
  const [said, setSaid] = useState("");
  const actions = useSchemeActions(fonds, setSaid);
  const counted = useAskedAgain(
    `groups ${fonds.id}`,
    () => desk.call("listing.groups", { fondsId: fonds.id }),
    ["records.changed"],
  );
  const nodes = walkScheme(scheme);
  const chosen = nodes.find(({ group }) => group.id === picked) ?? nodes[0];
  const id = chosen?.group.id ?? "";
  const files = countFiles(scheme, counted.value?.groups ?? []);
  const within = scheme.reduce((sum, { group }) => sum + (files.of.get(group.id)?.all ?? 0), 0);
  const locked = !mayEdit(work.profile.role)
    ? words.readOnly
    : fonds.withdrawn === ""
      ? undefined
      : all.grid.withdrawnReason;

  const ask = (what: TreeAsk | "renumber") => {
    if (locked !== undefined) return;
    if (what === "add-beside") {
      const after = chosen && { after: id };
      setQuestion({ kind: "add", place: { parentId: chosen?.parentId ?? "", ...after } });
    } else if (!chosen) return;
    else if (what === "add-below") setQuestion({ kind: "add", place: { parentId: id } });
    else if (what === "renumber") setQuestion({ kind: "renumber", parentId: chosen.parentId });
    else setQuestion({ kind: what, node: chosen });
  };
  const grow = (["template", "fonds", "sheet"] as const satisfies GrowSource[]).map((source): MenuAction => {
    const Icon = growIcons[source];
    const onChoose = () => setQuestion({ kind: "grow", source });
    return { label: words.from[source], Icon, onChoose, reason: locked };
  });
  const exported = () => {
    const lines = linesOfScheme(nodes.map(({ group }) => group));
    saveScheme(desk, fonds.name, lines, words.sheetName(fonds.name)).then(
      () => setSaid(words.exported),
      (error: unknown) => notifyFault(all, error),
    );
  };
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.summary(count(nodes.length), count(within), count(files.loose))}
        back={{ to: toFonds(fonds.id), label: fonds.name }}
        actions={
          nodes.length > 0 && (
            <>
              <ActionMenu label={words.begin} actions={grow} />
              <Button
                variant="default"
                leftSection={<IconDownload size="1.1rem" aria-hidden />}
                onClick={exported}
              >
                {words.exportSheet}
              </Button>
            </>
          )
        }
      />
      {locked !== undefined && (
        <Text c="dimmed" mb="sm">
          {locked}
        </Text>
      )}
      {nodes.length === 0 ? (
        <EmptyState Icon={IconSitemap} title={words.emptyTitle} hint={words.emptyHint}>
          {locked === undefined && (
            <Group justify="center">
              {grow.map(({ label, Icon, ...action }, at) => (
                <Button
                  key={label}
                  variant={at === 0 ? "filled" : "default"}
                  leftSection={<Icon size="1.1rem" />}
                  onClick={"onChoose" in action ? action.onChoose : undefined}
                >
                  {label}
                </Button>
              ))}
              <Button variant="default" onClick={() => ask("add-beside")}>
                {words.addBeside}
              </Button>
            </Group>
          )}
        </EmptyState>
      ) : (
        <Stack gap="sm">
          <SchemeTools
            scheme={scheme}
            chosen={chosen}
            count={files.of.get(id)}
            filesAt={toListed(fonds.id, { collection: "files", filter: {}, group: id })}
            locked={locked}
            onAsk={ask}
            onStep={(step) => void actions.step(id, step)}
          />
          <SchemeTree
            scheme={scheme}
            counts={files.of}
            chosen={id}
            onChoose={setPicked}
            moves={locked === undefined}
            onStep={(which, step) => void actions.step(which, step)}
            onPlace={(which, place) => void actions.place(which, place)}
            onAsk={ask}
          />
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {words.drag}
            </Text>
            {files.loose > 0 && (
              <Button
                component={Link}
                href={toListed(fonds.id, { collection: "files", filter: {}, group: "" })}
                variant="subtle"
                size="compact-md"
              >
                {words.loose}: {words.filesOf(count(files.loose))}
              </Button>
            )}
          </Group>
        </Stack>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {question && (
        <SchemeDialogs
          question={question}
          fonds={fonds}
          scheme={scheme}
          filesOf={(node) => files.of.get(node.group.id)?.all ?? 0}
          actions={actions}
          nameOf={(which) => {
            const node = nodes.find(({ group }) => group.id === which);
            return node ? nameOfGroup(node) : "";
          }}
          onMade={setPicked}
          onClose={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
