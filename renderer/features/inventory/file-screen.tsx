import { Button, Text } from "@mantine/core";
import {
  IconArchiveOff,
  IconDownload,
  IconEdit,
  IconHistory,
  IconListSearch,
  IconMessages,
  IconPackageExport,
  IconPlus,
  IconPrinter,
  IconRosetteDiscountCheck,
  IconSignature,
  IconTableImport,
} from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { ArchiveFile } from "#shared/archive/file.ts";
import { may } from "#shared/archive/permissions.ts";
import type { Item } from "#shared/archive/item.ts";
import { type ItemDraft, nextItemDraft } from "#shared/inventory/item-draft.ts";
import {
  toFileImport,
  toFileNotes,
  toFonds,
  toForms,
  toReview,
  toWithdrawn,
} from "#renderer/app/addresses.ts";
import { AuditTrail } from "#renderer/app/audit-trail.tsx";
import { ConflictNotice } from "#renderer/app/conflict-notice.tsx";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { ItemThreads, ThreadsSheet } from "#renderer/app/item-threads.tsx";
import { NotesPanel } from "#renderer/app/notes-panel.tsx";
import { SavePackages } from "#renderer/app/save-packages.tsx";
import { SaveRenditions } from "#renderer/app/save-renditions.tsx";
import { useWork } from "#renderer/app/session.tsx";
import { SignDocuments } from "#renderer/app/sign-documents.tsx";
import { SignatureList } from "#renderer/app/signature-list.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu, type MenuAction } from "#renderer/ui/action-menu.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FileForm } from "./file-form.tsx";
import { FileLine } from "./file-line.tsx";
import { ItemForm } from "./item-form.tsx";
import classes from "./grid/grid-screen.module.css";
import { ListPane } from "./grid/list-pane.tsx";
import { mayEdit } from "./may-edit.ts";
import { suggestOrdinal } from "./suggest-next.ts";
import { withdrawing } from "./withdrawing.ts";
import { useRoomy } from "./use-roomy.ts";
import { useWithdraw } from "./use-withdraw.tsx";

export function FileScreen() {
  const { fileId = "", itemId, pageId } = useParams();
  const words = useWords().inventory;
  const file = useRecord("files", fileId);
  const [location] = useLocation();
  if (file === undefined) return null;
  if (file === null) return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  const notes = location.startsWith(toFileNotes(fileId));
  const asked: Sheet | undefined = notes
    ? itemId === undefined
      ? { kind: "notes" }
      : { kind: "threads", itemId, shownId: pageId ?? itemId }
    : undefined;
  return <FilePage key={location} file={file} asked={asked} />;
}

type Sheet =
  | { kind: "file" | "trail" | "save" | "package" | "sign" | "signatures" | "notes" }
  | { kind: "new"; draft: ItemDraft }
  | { kind: "threads"; itemId: string; shownId: string }
  | { kind: "item"; item: Item };

function FilePage({ file, asked }: { file: ArchiveFile; asked: Sheet | undefined }) {
  const work = useWork();
  const all = useWords();
  const words = all.inventory;
  const fonds = useRecord("fonds", file.fondsId);
  const [sheet, setSheet] = useState(asked);
  const roomy = useRoomy();
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
  const others: MenuAction[] = [
    ...(changes && !roomy
      ? [
          { label: all.grid.byForm, Icon: IconPlus, onChoose: newItem },
          { label: words.importWorkbook, Icon: IconTableImport, href: toFileImport(file.id) },
        ]
      : []),
    { label: all.forms.open, Icon: IconPrinter, href: toForms(file.fondsId, file.id) },
    { label: all.rendition.saveMany, Icon: IconDownload, onChoose: () => setSheet({ kind: "save" }) },
    ...(may(work.profile.role, "pack")
      ? [
          {
            label: all.packages.open,
            Icon: IconPackageExport,
            onChoose: () => setSheet({ kind: "package" }),
          },
        ]
      : []),
    ...(may(work.profile.role, "sign")
      ? [{ label: all.signing.open, Icon: IconSignature, onChoose: () => setSheet({ kind: "sign" }) }]
      : []),
    {
      label: all.signing.verify,
      Icon: IconRosetteDiscountCheck,
      onChoose: () => setSheet({ kind: "signatures" }),
    },
    { label: all.shell.places.review, Icon: IconListSearch, href: toReview(file.fondsId, "leaves") },
    { label: all.notes.title, Icon: IconMessages, onChoose: () => setSheet({ kind: "notes" }) },
    { label: all.trail.open, Icon: IconHistory, onChoose: () => setSheet({ kind: "trail" }) },
    { label: all.withdrawn.title, Icon: IconArchiveOff, href: toWithdrawn },
    ...(edits ? [withdrawing(all, file, subject, withdraw, restore)] : []),
  ];
  return (
    <div className={classes["page"]}>
      <PageHeader
        dense
        title={file.title}
        subtitle={<span className="figures">{file.code}</span>}
        back={{ to: toFonds(file.fondsId), label: fonds?.name ?? words.title }}
        actions={
          <>
            {!edits && (
              <Text c="dimmed" size="sm">
                {words.readOnly}
              </Text>
            )}
            {edits && (
              <Button
                variant="default"
                leftSection={<IconEdit size="1.1rem" aria-hidden />}
                onClick={() => setSheet({ kind: "file" })}
              >
                {words.edit}
              </Button>
            )}
            {changes && roomy && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconPlus size="1.1rem" aria-hidden />}
                  onClick={newItem}
                >
                  {all.grid.byForm}
                </Button>
                <Button
                  component={Link}
                  href={toFileImport(file.id)}
                  variant="default"
                  leftSection={<IconTableImport size="1.1rem" aria-hidden />}
                >
                  {words.importWorkbook}
                </Button>
              </>
            )}
            <ActionMenu label={all.grid.others} actions={others} />
          </>
        }
      />
      {file.withdrawn !== "" && <Text mb="xs">{words.withdrawnBecause(file.withdrawn)}</Text>}
      <ConflictNotice id={file.id} />
      <FileLine file={file} />
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
      {sheet?.kind === "save" && <SaveRenditions of="file" id={file.id} label={file.code} onClose={close} />}
      {sheet?.kind === "package" && <SavePackages of="file" id={file.id} label={file.code} onClose={close} />}
      {sheet?.kind === "sign" && <SignDocuments of="file" id={file.id} label={file.code} onClose={close} />}
      {sheet?.kind === "signatures" && <SignatureList fileId={file.id} label={file.code} onClose={close} />}
      {sheet?.kind === "notes" && (
        <SideSheet title={all.notes.title} close={all.common.close} onClose={close}>
          <NotesPanel subject="files" subjectId={file.id} />
        </SideSheet>
      )}
      {sheet?.kind === "threads" && (
        <ThreadsSheet itemId={sheet.itemId} shownId={sheet.shownId} title={file.code} onClose={close} />
      )}
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
          <Section title={all.notes.title}>
            <ItemThreads itemId={sheet.item.id} />
          </Section>
        </SideSheet>
      )}
      {sheet?.kind === "trail" && (
        <AuditTrail collection="files" id={file.id} label={file.code} onClose={close} />
      )}
      {dialog}
    </div>
  );
}
