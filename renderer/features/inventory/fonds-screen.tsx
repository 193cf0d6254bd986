import { Button, SegmentedControl, Text } from "@mantine/core";
import {
  IconArchiveOff,
  IconBox,
  IconEdit,
  IconHistory,
  IconInfoCircle,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconListSearch,
  IconPlus,
  IconPrinter,
  IconSitemap,
  IconTableImport,
} from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import type { Fonds } from "#shared/archive/fonds.ts";
import type { SchemeNode } from "#shared/archive/scheme.ts";
import { type FileDraft, nextFileDraft } from "#shared/inventory/file-draft.ts";
import {
  toBoxes,
  toFile,
  toForms,
  toImport,
  toReview,
  toScheme,
  toWithdrawn,
} from "#renderer/app/addresses.ts";
import { AuditTrail } from "#renderer/app/audit-trail.tsx";
import { type Listed, readListed } from "#renderer/app/listed.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { groupOptions, useScheme } from "#renderer/app/use-groups.ts";
import { useUnitNames } from "#renderer/app/unit-names.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { ActionMenu, type MenuAction } from "#renderer/ui/action-menu.tsx";
import { ExplainedIcon } from "#renderer/ui/explained-icon.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { SideSheet } from "#renderer/ui/side-sheet.tsx";
import { FileForm } from "./file-form.tsx";
import { FondsFacts } from "./fonds-facts.tsx";
import { FondsForm } from "./fonds-form.tsx";
import classes from "./grid/grid-screen.module.css";
import { filterOfPlace, InventoryTreeView, type TreePlace } from "./grid/inventory-tree.tsx";
import { ListPane } from "./grid/list-pane.tsx";
import type { GridCollection } from "./grid/row-kind.ts";
import { mayEdit } from "./may-edit.ts";
import { placeListed } from "./place-listed.ts";
import { suggestCode } from "./suggest-next.ts";
import { useTreeShown } from "./use-tree-shown.ts";
import { withdrawing } from "./withdrawing.ts";
import { useRoomy } from "./use-roomy.ts";
import { useWithdraw } from "./use-withdraw.tsx";

export function FondsScreen() {
  const { fondsId = "", asked = "" } = useParams();
  const words = useWords().inventory;
  const fonds = useRecord("fonds", fondsId);
  if (fonds === undefined) return null;
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.title }} />;
  return <FondsPage key={`${fonds.id} ${asked}`} fonds={fonds} listed={readListed(asked)} />;
}

const noScheme: SchemeNode[] = [];

type Sheet = { kind: "facts" | "fonds" | "trail" } | { kind: "file"; draft: FileDraft };

function FondsPage({ fonds, listed }: { fonds: Fonds; listed: Listed | undefined }) {
  const work = useWork();
  const desk = useDesk();
  const all = useWords();
  const words = all.inventory;
  const nameOf = useUnitNames();
  const [treeShown, showTree] = useTreeShown();
  const [, go] = useLocation();
  const [collection, setCollection] = useState<GridCollection>(listed?.collection ?? "files");
  const { inventory, box, ...asked } = listed?.filter ?? {};
  const [place, setPlace] = useState<TreePlace>(() => placeListed(listed?.group, inventory, box));
  const [sheet, setSheet] = useState<Sheet>();
  const roomy = useRoomy();
  const { withdraw, restore, dialog } = useWithdraw();
  const tree = useAskedAgain(`tree ${fonds.id}`, () => desk.call("listing.tree", { fondsId: fonds.id }), [
    "records.changed",
  ]);
  const grouped = useAskedAgain(
    `groups ${fonds.id}`,
    () => desk.call("listing.groups", { fondsId: fonds.id }),
    ["records.changed"],
  );
  const scheme = useScheme(fonds.id) ?? noScheme;
  const groups = useMemo(
    () => (scheme.length === 0 ? [] : groupOptions(scheme, all.scheme.noGroup)),
    [scheme, all],
  );
  const subject = { collection: "fonds", id: fonds.id, label: fonds.code } as const;
  const close = () => setSheet(undefined);
  const edits = mayEdit(work.profile.role);
  const changes = edits && fonds.withdrawn === "";
  const parent = useMemo(() => ({ id: fonds.id, scope: fonds.scope }), [fonds.id, fonds.scope]);
  const byForm = () =>
    void suggestCode(work, fonds.id).then((code) =>
      setSheet({
        kind: "file",
        draft: {
          ...nextFileDraft({
            inventory: place.inventory ?? "",
            box: place.box ?? "",
            groupId: place.group ?? "",
          }),
          code,
        },
      }),
    );
  const importLink = (
    <Button
      component={Link}
      href={toImport(fonds.id)}
      variant="default"
      leftSection={<IconTableImport size="1.1rem" />}
    >
      {words.importWorkbook}
    </Button>
  );
  const open = (id: string) => {
    if (collection === "files") go(toFile(id));
    else
      void work.db.items
        .findOne(id)
        .exec()
        .then((item) => item && go(toFile(item.fileId)));
  };
  const others: MenuAction[] = [
    ...(changes && !roomy
      ? [
          { label: all.grid.byForm, Icon: IconPlus, onChoose: byForm },
          { label: words.importWorkbook, Icon: IconTableImport, href: toImport(fonds.id) },
        ]
      : []),
    { label: all.scheme.open, Icon: IconSitemap, href: toScheme(fonds.id) },
    { label: all.boxes.open, Icon: IconBox, href: toBoxes(fonds.id) },
    { label: all.forms.open, Icon: IconPrinter, href: toForms(fonds.id) },
    ...(edits ? [{ label: words.edit, Icon: IconEdit, onChoose: () => setSheet({ kind: "fonds" }) }] : []),
    { label: all.shell.places.review, Icon: IconListSearch, href: toReview(fonds.id, "numbers") },
    { label: all.trail.open, Icon: IconHistory, onChoose: () => setSheet({ kind: "trail" }) },
    { label: all.withdrawn.title, Icon: IconArchiveOff, href: toWithdrawn },
    ...(edits ? [withdrawing(all, fonds, subject, withdraw, restore)] : []),
  ];
  return (
    <div className={classes["page"]}>
      <PageHeader
        dense
        title={fonds.name}
        subtitle={[fonds.code, fonds.dateSpan, nameOf(fonds.scope)].filter((part) => part !== "").join(" · ")}
        back={{ to: "/inventory", label: words.title }}
        actions={
          <>
            {!edits && (
              <Text c="dimmed" size="sm">
                {words.readOnly}
              </Text>
            )}
            <ExplainedIcon label={all.grid.fondsFacts} onClick={() => setSheet({ kind: "facts" })}>
              <IconInfoCircle size="1.2rem" />
            </ExplainedIcon>
            {changes && roomy && (
              <Button variant="default" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={byForm}>
                {all.grid.byForm}
              </Button>
            )}
            {changes && roomy && importLink}
            <ActionMenu label={all.grid.others} actions={others} />
          </>
        }
      />
      {fonds.withdrawn !== "" && <Text mb="xs">{words.withdrawnBecause(fonds.withdrawn)}</Text>}
      <ListPane
        key={collection}
        collection={collection}
        label={collection === "files" ? all.grid.filesOf(fonds.name) : all.grid.itemsOf(fonds.name)}
        fondsId={fonds.id}
        place={filterOfPlace(place, scheme)}
        groups={groups}
        parent={collection === "files" ? parent : undefined}
        edits={changes}
        asked={listed?.collection === collection ? asked : undefined}
        {...(fonds.withdrawn === "" ? {} : { reason: all.grid.withdrawnReason })}
        onOpen={open}
        beginnings={importLink}
        lead={
          <>
            <ExplainedIcon
              label={all.grid.tree.label}
              expanded={treeShown}
              onClick={() => showTree(!treeShown)}
            >
              {treeShown ? (
                <IconLayoutSidebarLeftCollapse size="1.2rem" />
              ) : (
                <IconLayoutSidebarLeftExpand size="1.2rem" />
              )}
            </ExplainedIcon>
            <SegmentedControl
              aria-label={all.grid.show}
              data={[
                { value: "files", label: all.grid.files },
                { value: "items", label: all.grid.items },
              ]}
              value={collection}
              onChange={(value) => setCollection(value === "items" ? "items" : "files")}
            />
          </>
        }
        side={
          treeShown && (
            <InventoryTreeView
              tree={tree.value}
              scheme={scheme}
              grouped={grouped.value?.groups ?? []}
              place={place}
              onPlace={setPlace}
            />
          )
        }
      />
      {sheet?.kind === "facts" && (
        <SideSheet title={all.grid.fondsFacts} close={all.common.close} onClose={close}>
          <FondsFacts fonds={fonds} />
        </SideSheet>
      )}
      {sheet?.kind === "fonds" && (
        <SideSheet title={words.editFonds} close={all.common.close} onClose={close}>
          <FondsForm fonds={fonds} onSaved={close} onCancel={close} />
        </SideSheet>
      )}
      {sheet?.kind === "file" && (
        <SideSheet title={words.newFile} close={all.common.close} onClose={close}>
          <FileForm
            fondsId={fonds.id}
            initial={sheet.draft}
            onSaved={(saved) => go(toFile(saved.id))}
            onCancel={close}
          />
        </SideSheet>
      )}
      {sheet?.kind === "trail" && (
        <AuditTrail collection="fonds" id={fonds.id} label={fonds.code} onClose={close} />
      )}
      {dialog}
    </div>
  );
}
