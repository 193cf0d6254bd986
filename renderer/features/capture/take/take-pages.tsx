import { SegmentedControl, SimpleGrid, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ScanSession } from "#shared/contract/scan.ts";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useKeptNumber } from "#renderer/ui/kept-number.ts";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { CameraPane } from "./camera-pane.tsx";
import { FolderPane } from "./folder-pane.tsx";
import { ImportPane } from "./import-pane.tsx";
import { InterleavePages } from "./interleave-pages.tsx";
import { ScannerPane } from "./scanner-pane.tsx";
import { SessionsView } from "./sessions-view.tsx";
import { TargetItem } from "./target-item.tsx";

const ways = ["scanner", "files", "folder", "camera"] as const;

/** Takes pages from a scanner, files at hand, a watched folder or the document camera, and shows each as it is saved. */
export function TakePages(props: {
  batchId: string;
  documents: readonly Document[];
  sessions: readonly ScanSession[];
  onImported: () => void;
  actions: ReactNode;
}) {
  const { scan } = useWords();
  const narrow = useNarrow();
  const { batchId, documents, sessions } = props;
  // A center takes its pages the same way every day.
  const [kept, keep] = useKeptNumber("mucluc.capture.way", 0, [0, ways.length - 1]);
  const way = ways[kept] ?? "scanner";
  const [itemId, setItemId] = useState("");
  const target = { batchId, itemId };
  return (
    <Section
      title={scan.title}
      hint={scan.hint}
      actions={
        <>
          <InterleavePages item={documents.find(({ item }) => item.id === itemId)?.item} />
          {props.actions}
        </>
      }
    >
      <Stack gap="lg">
        <SegmentedControl
          fullWidth
          orientation={narrow ? "vertical" : "horizontal"}
          aria-label={scan.way}
          value={way}
          onChange={(value) => keep(ways.indexOf(value))}
          data={ways.map((value) => ({ value, label: scan.ways[value] }))}
        />
        <SimpleGrid cols={narrow ? 1 : 2} spacing="xl" verticalSpacing="lg">
          <Stack gap="md" miw={0}>
            <TargetItem documents={documents} itemId={itemId} onChoose={setItemId} />
            {way === "scanner" && <ScannerPane target={target} sessions={sessions} />}
            {/* What is on its way goes on, and is told, while another way is looked at. */}
            <div hidden={way !== "files"}>
              <ImportPane target={target} onImported={props.onImported} />
            </div>
            {way === "folder" && <FolderPane target={target} sessions={sessions} />}
            {way === "camera" && <CameraPane target={target} />}
          </Stack>
          <SessionsView sessions={sessions} />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}
