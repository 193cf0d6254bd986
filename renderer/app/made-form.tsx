import { Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import {
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeDocx,
  IconMaximize,
  IconPrinter,
} from "@tabler/icons-react";
import { useState } from "react";
import type { MadeForm } from "#shared/contract/forms.ts";
import { DocumentWindow } from "#renderer/app/document-window.tsx";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { saveObject } from "#renderer/app/save-object.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PdfView } from "#renderer/ui/pdf-view.tsx";

const shownCodes = 3;

/** How far a form is; a reader of the screen hears the start and the end, not each step. */
export function MakingForm({ done, total }: { done: number; total: number }) {
  const words = useWords().forms;
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <Paper withBorder p="lg" radius="md">
      <Text role="status" mb="xs">
        {words.making}
      </Text>
      <Progress value={percent} animated aria-label={words.progress(String(percent))} />
    </Paper>
  );
}

/** A form that was made: what it holds, its preview, and the ways to save it. */
export function MadeFormView({ made }: { made: MadeForm }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.forms;
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const url = desk.objectUrl(made.digest);
  const isPdf = made.pages > 0;
  const isDocument = made.name.endsWith(".docx");
  const rows = format.count(made.rows);
  const codes = made.codes.slice(0, shownCodes).join(", ");
  const more = made.codes.length - shownCodes;
  const save = () => {
    saveObject(desk, made.digest, made.name).catch((error: unknown) => notifyFault(all, error));
  };
  return (
    <Stack gap="sm" h="100%">
      <Group justify="space-between" align="flex-start">
        <Stack gap={0} role="status" miw={0} flex="1 1 18rem">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {made.name}
          </Text>
          <Text className="figures">
            {isPdf ? words.madePages(rows, format.count(made.pages)) : words.made(rows)}
          </Text>
          {made.codes.length > 0 && (
            <Text c="dimmed" size="sm" className="figures">
              {more > 0 ? words.moreCodes(codes, format.count(more)) : words.codes(codes)}
            </Text>
          )}
        </Stack>
        <Group gap="sm">
          {isPdf && (
            <Button
              variant="default"
              leftSection={<IconMaximize size="1.1rem" />}
              onClick={() => setWhole(true)}
            >
              {words.openWhole}
            </Button>
          )}
          <Button leftSection={<IconDownload size="1.1rem" />} onClick={save}>
            {words.save}
          </Button>
        </Group>
      </Group>
      {isPdf ? (
        <>
          <Text c="dimmed" size="sm">
            {words.printHint}
          </Text>
          <Paper withBorder radius="md" h="70vh" style={{ overflow: "hidden" }}>
            <PdfView url={url} texts={all.viewer} />
          </Paper>
        </>
      ) : (
        <EmptyState
          Icon={isDocument ? IconFileTypeDocx : IconFileSpreadsheet}
          title={isDocument ? words.documentMade : words.workbookMade}
          hint={isDocument ? words.documentMadeHint : words.workbookMadeHint}
        />
      )}
      <DocumentWindow shown={whole ? { title: made.name, url } : undefined} onClose={() => setWhole(false)} />
    </Stack>
  );
}

/** What stands where the preview will be. */
export function NoFormYet() {
  const words = useWords().forms;
  return (
    <Paper withBorder radius="md">
      <EmptyState Icon={IconPrinter} title={words.nothingYet} hint={words.nothingYetHint} />
    </Paper>
  );
}
