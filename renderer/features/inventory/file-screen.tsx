import { Button, Stack, Text } from "@mantine/core";
import { IconEdit, IconFileText, IconPlus, IconTableImport, IconTrashX } from "@tabler/icons-react";
import { map } from "rxjs";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import type { Item } from "#shared/archive/item.ts";
import { draftOfItem, type ItemDraft, nextItemDraft } from "#shared/inventory/item-draft.ts";
import { toFileImport, toFonds } from "#renderer/app/addresses.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FileFacts } from "./file-facts.tsx";
import { FileForm } from "./file-form.tsx";
import { ItemForm } from "./item-form.tsx";
import { ItemTable } from "./item-table.tsx";
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
  const items = useLive(`items ${file.id}`, () =>
    work.db.items
      .find({
        selector: { fileId: file.id },
        sort: [{ fileId: "asc" }, { ordinal: "asc" }],
        index: ["fileId", "ordinal"],
      })
      .$.pipe(map((found) => found.map((one) => one.toJSON() as Item))),
  );
  const standing = items?.filter((item) => item.withdrawn === "") ?? [];
  const close = () => setSheet(undefined);
  const subject = { collection: "files", id: file.id, label: file.code } as const;
  const edits = mayEdit(work.profile.role);
  const last = standing.at(-1);
  const newItem = () =>
    void suggestOrdinal(work, file.id).then((ordinal) =>
      setSheet({ kind: "new", draft: nextItemDraft(ordinal, last && draftOfItem(last)) }),
    );
  const add = edits && (
    <>
      <Button
        component={Link}
        href={toFileImport(file.id)}
        variant="default"
        leftSection={<IconTableImport size="1.1rem" />}
      >
        {words.importWorkbook}
      </Button>
      <Button leftSection={<IconPlus size="1.1rem" />} onClick={newItem}>
        {words.newItem}
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
      <Section title={words.items} actions={standing.length > 0 && add}>
        {items && standing.length === 0 ? (
          <EmptyState Icon={IconFileText} title={words.noItems} hint={words.noItemsHint}>
            {add}
          </EmptyState>
        ) : (
          <ItemTable
            items={items ?? []}
            edits={edits}
            onEdit={(item) => setSheet({ kind: "item", item })}
            onWithdraw={(item) =>
              withdraw({ collection: "items", id: item.id, label: `${file.code}.${item.ordinal}` })
            }
            onRestore={(item) =>
              restore({ collection: "items", id: item.id, label: `${file.code}.${item.ordinal}` })
            }
          />
        )}
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
