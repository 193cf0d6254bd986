import { SegmentedControl, SimpleGrid, Stack } from "@mantine/core";
import { useState } from "react";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { CameraPane } from "./camera-pane.tsx";
import { FolderPane } from "./folder-pane.tsx";
import { InterleavePages } from "./interleave-pages.tsx";
import { ScannerPane } from "./scanner-pane.tsx";
import { SessionsView } from "./sessions-view.tsx";
import { TargetItem } from "./target-item.tsx";

type Way = "scanner" | "folder" | "camera";

const ways: readonly Way[] = ["scanner", "folder", "camera"];

/** Takes pages from a scanner, a watched folder or the document camera, and shows each as it is saved. */
export function TakePages(props: { batchId: string; documents: readonly Document[] }) {
  const { scan } = useWords();
  const desk = useDesk();
  const { batchId, documents } = props;
  const [way, setWay] = useState<Way>("scanner");
  const [itemId, setItemId] = useState("");
  const sessions = useAskedAgain(`scans/${batchId}`, () => desk.call("scan.sessions", { batchId }), [
    "scan.changed",
  ]);
  const target = { batchId, itemId };
  const known = sessions.value ?? [];
  return (
    <Section
      title={scan.title}
      hint={scan.hint}
      actions={<InterleavePages item={documents.find(({ item }) => item.id === itemId)?.item} />}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md" miw={0}>
          <SegmentedControl
            fullWidth
            aria-label={scan.way}
            value={way}
            onChange={setWay}
            data={ways.map((value) => ({ value, label: scan.ways[value] }))}
          />
          <TargetItem documents={documents} itemId={itemId} onChoose={setItemId} />
          {way === "scanner" && <ScannerPane target={target} sessions={known} />}
          {way === "folder" && <FolderPane target={target} sessions={known} />}
          {way === "camera" && <CameraPane target={target} />}
        </Stack>
        <SessionsView sessions={known} />
      </SimpleGrid>
    </Section>
  );
}
