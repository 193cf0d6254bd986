import { Button, Group, Switch, Text } from "@mantine/core";
import { IconEdit, IconFiles, IconPlus, IconTableImport, IconTrashX } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import { type FileDraft, nextFileDraft } from "#shared/inventory/file-draft.ts";
import { toFile, toImport } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FileForm } from "./file-form.tsx";
import { FileTable } from "./file-table.tsx";
import { FondsForm } from "./fonds-form.tsx";
import { mayEdit } from "./may-edit.ts";
import { suggestCode } from "./suggest-next.ts";
import { useFondsFiles } from "./use-fonds-files.ts";
import { useWithdraw } from "./use-withdraw.tsx";

export function FondsScreen() {
  const { fondsId = "" } = useParams();
  const words = useWords().inventory;
  const fonds = useRecord("fonds", fondsId);
  if (fonds === undefined) return null;
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  return <FondsPage fonds={fonds} />;
}

function FondsPage({ fonds }: { fonds: Fonds }) {
  const work = useWork();
  const all = useWords();
  const words = all.inventory;
  const format = useFormat();
  const nameOf = useUnitNames();
  const [, go] = useLocation();
  const [withdrawnToo, setWithdrawnToo] = useState(false);
  const [sheet, setSheet] = useState<"fonds" | FileDraft>();
  const files = useFondsFiles(fonds.id, withdrawnToo);
  const { withdraw, restore, dialog } = useWithdraw();
  const subject = { collection: "fonds", id: fonds.id, label: fonds.code } as const;
  const close = () => setSheet(undefined);
  const newFile = () =>
    void suggestCode(work, fonds.id).then((code) => setSheet({ ...nextFileDraft(), code }));
  const edits = mayEdit(work.profile.role);
  const add = (
    <>
      <Button
        component={Link}
        href={toImport(fonds.id)}
        variant="default"
        leftSection={<IconTableImport size="1.1rem" />}
      >
        {words.importWorkbook}
      </Button>
      <Button leftSection={<IconPlus size="1.1rem" />} onClick={newFile}>
        {words.newFile}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={fonds.name}
        subtitle={[fonds.code, fonds.dateSpan, nameOf(fonds.scope)].filter((part) => part !== "").join(" · ")}
        back={{ to: "/inventory", label: words.title }}
        actions={
          edits ? (
            <>
              <Button
                variant="subtle"
                leftSection={<IconEdit size="1.1rem" />}
                onClick={() => setSheet("fonds")}
              >
                {words.edit}
              </Button>
              {fonds.withdrawn === "" ? (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconTrashX size="1.1rem" />}
                  onClick={() => withdraw(subject)}
                >
                  {words.withdraw}
                </Button>
              ) : (
                <Button variant="light" onClick={() => restore(subject)}>
                  {words.restore}
                </Button>
              )}
              {files.rows.length > 0 && add}
            </>
          ) : (
            <Text c="dimmed">{words.readOnly}</Text>
          )
        }
      />
      {fonds.withdrawn !== "" && <Text mb="md">{words.withdrawnBecause(fonds.withdrawn)}</Text>}
      <Group justify="space-between" mb="xs">
        <Text c="dimmed" role="status" className="figures">
          {files.rows.length > 0 && words.shown(format.count(files.rows.length), files.complete)}
        </Text>
        <Switch
          label={words.showWithdrawn}
          checked={withdrawnToo}
          onChange={(event) => setWithdrawnToo(event.currentTarget.checked)}
        />
      </Group>
      {files.complete && files.rows.length === 0 ? (
        <EmptyState Icon={IconFiles} title={words.noFiles} hint={words.noFilesHint}>
          {edits && add}
        </EmptyState>
      ) : (
        <FileTable files={files.rows} onEnd={files.more} />
      )}
      {sheet === "fonds" && (
        <SideSheet title={words.editFonds} close={all.common.close} onClose={close}>
          <FondsForm fonds={fonds} onSaved={close} onCancel={close} />
        </SideSheet>
      )}
      {sheet !== undefined && sheet !== "fonds" && (
        <SideSheet title={words.newFile} close={all.common.close} onClose={close}>
          <FileForm
            fondsId={fonds.id}
            initial={sheet}
            onSaved={(saved) => go(toFile(saved.id))}
            onCancel={close}
          />
        </SideSheet>
      )}
      {dialog}
    </>
  );
}
