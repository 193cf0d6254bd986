import { Button, Stack, Text } from "@mantine/core";
import { IconEdit, IconPlus, IconTableImport, IconTrashX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link, useParams } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { type ItemDraft, nextItemDraft } from "#shared/inventory/item-draft.ts";
import { toFileImport, toFonds } from "#renderer/app/addresses.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FileFacts } from "./file-facts.tsx";
import { FileForm } from "./file-form.tsx";
import { ItemForm } from "./item-form.tsx";
import { ListPane } from "./grid/list-pane.tsx";
import { mayEdit } from "./may-edit.ts";
import { suggestOrdinal } from "./suggest-next.ts";
import { useWithdraw } from "./use-withdraw.tsx";

export function FileScreen() {
  const { fileId = "" } = useParams();
  const words = useWords().inventory;
  const file = useRecord("files", fileId);
  if (file === undefined) return null;
  if (file === null) return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  return <FilePage file={file} />;
}

type Sheet = { kind: "file" } | { kind: "new"; draft: ItemDraft } | { kind: "item"; item: Item };

function FilePage({ file }: { file: ArchiveFile }) {
  const work = useWork();
  const all = useWords();
  const words = all.inventory;
  const fonds = useRecord("fonds", file.fondsId);
  const [sheet, setSheet] = useState<Sheet>();
  const { withdraw, restore, dialog } = useWithdraw();
  const close = () => setSheet(undefined);
  const subject = { collection: "files", id: file.id, label: file.code } as const;
  const edits = mayEdit(work.profile.role);
  const changes = edits && file.withdrawn === "";
  const parent = useMemo(() => ({ id: file.id, scope: file.scope }), [file.id, file.scope]);
  const place = useMemo(() => ({ fileId: file.id }), [file.id]);
  const newItem = () =>
    void suggestOrdinal(work, file.id).then((ordinal) =>
      setSheet({ kind: "new", draft: nextItemDraft(ordinal) }),
    );
  const openItem = (id: string) =>
    void work.db.items
      .findOne(id)
      .exec()
      .then((item) => item && setSheet({ kind: "item", item: item.toJSON() }));
  const add = changes && (
    <>
      <Button
        component={Link}
        href={toFileImport(file.id)}
        variant="default"
        leftSection={<IconTableImport size="1.1rem" />}
      >
        {words.importWorkbook}
      </Button>
      <Button variant="default" leftSection={<IconPlus size="1.1rem" />} onClick={newItem}>
        {all.grid.byForm}
      </Button>
    </>
  );
  return (
    <Stack>
      <PageHeader
        title={file.title}
        subtitle={<span className="figures">{file.code}</span>}
        back={{ to: toFonds(file.fondsId), label: fonds?.name ?? words.title }}
        actions={
          edits ? (
            <>
              <Button
                variant="subtle"
                leftSection={<IconEdit size="1.1rem" />}
                onClick={() => setSheet({ kind: "file" })}
              >
                {words.edit}
              </Button>
              {file.withdrawn === "" ? (
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
            </>
          ) : (
            <Text c="dimmed">{words.readOnly}</Text>
          )
        }
      />
      {file.withdrawn !== "" && <Text>{words.withdrawnBecause(file.withdrawn)}</Text>}
      <Section title={words.fileFields}>
        <FileFacts file={file} />
      </Section>
      <Section title={words.items} actions={add}>
        <ListPane
          collection="items"
          label={all.grid.itemsOf(file.title)}
          fondsId={file.fondsId}
          place={place}
          parent={parent}
          edits={changes}
          {...(file.withdrawn === "" ? {} : { reason: all.grid.withdrawnReason })}
          onOpen={openItem}
        />
      </Section>
      {sheet?.kind === "file" && (
        <SideSheet title={words.editFile} close={all.common.close} onClose={close}>
          <FileForm fondsId={file.fondsId} file={file} onSaved={close} onCancel={close} />
        </SideSheet>
      )}
      {sheet?.kind === "new" && (
        <SideSheet title={words.newItem} close={all.common.close} onClose={close}>
          <ItemForm file={file} initial={sheet.draft} onSaved={close} onCancel={close} />
        </SideSheet>
      )}
      {sheet?.kind === "item" && (
        <SideSheet title={words.editItem} close={all.common.close} onClose={close}>
          <ItemForm file={file} item={sheet.item} onSaved={close} onCancel={close} />
        </SideSheet>
      )}
      {dialog}
    </Stack>
  );
}
