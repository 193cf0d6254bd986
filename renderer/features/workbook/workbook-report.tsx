import { Alert, Box, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconDownload, IconLock } from "@tabler/icons-react";
import { useState } from "react";
import type { CallInput } from "#shared/contract/desk.ts";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AcceptedRows } from "./accepted-rows.tsx";
import { type Agreement, ChangeTable, isAgreed } from "./change-table.tsx";
import { ColumnMapping } from "./column-mapping.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { LegacyPreview } from "./legacy-preview.tsx";
import { ProblemTable } from "./problem-table.tsx";
import type { Answers } from "./read-workbook.ts";
import { saveProblems } from "./save-workbook.ts";
import { SheetTables } from "./sheet-tables.tsx";
import { UnknownCodes } from "./unknown-codes.tsx";

/** What a person said when the write was asked for. */
export type WriteAnswer = Omit<CallInput<"workbook.write">, "token">;

/** What a dry run found, what it asks of the person, and the button that writes exactly that. */
export function WorkbookReportView(props: {
  name: string;
  fondsId: string;
  report: WorkbookReport;
  writing: boolean;
  onAnswer: (answers: Answers) => void;
  onWrite: (answer: WriteAnswer) => void;
}) {
  const { name, fondsId, report, writing, onAnswer, onWrite } = props;
  const desk = useDesk();
  const all = useWords();
  const { language } = useLanguage();
  const { workbook: words, workbookImport: more } = all;
  const format = useFormat();
  const [agreement, setAgreement] = useState<Agreement>({ updates: true, conflicts: false, except: [] });
  const [legacyConfirmed, setLegacyConfirmed] = useState(false);
  const { changesInAll, legacy, exclusions } = report;
  const changes = countAgreed(agreement, report);
  const nothing = report.files === 0 && report.items === 0 && changes === 0 && exclusions === 0;
  const { skippedRows: listed = 0 } = report;
  const toGiveBack = report.problems.length > 0;
  const same = report.files === 0 && report.items === 0 && changesInAll === 0 && exclusions === 0;
  const lacking = nothing ? (listed > 0 ? words.allListed : words.nothingToWrite) : undefined;
  const unread = legacy.cells > 0 && !legacyConfirmed ? more.legacyFirst : undefined;
  const [fileCount, itemCount] = [format.count(report.files), format.count(report.items)];
  return (
    <Stack>
      <Section
        title={words.report}
        hint={`${name} · ${lacking ?? unread ?? words.nothingWritten}`}
        actions={
          <ExplainedButton
            loading={writing}
            reason={lacking ?? unread}
            onClick={() => onWrite({ ...agreement, except: [...agreement.except], legacyConfirmed })}
          >
            {changesInAll === 0
              ? words.write(fileCount, itemCount)
              : more.writeChanges(fileCount, itemCount, format.count(changes))}
          </ExplainedButton>
        }
      >
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          <Total name={words.totals.files} value={fileCount} />
          <Total name={words.totals.items} value={itemCount} />
          <Total name={words.totals.refused} value={format.count(report.refusedRows)} />
          <Total name={words.totals.problems} value={format.count(report.errors + report.warnings)} />
        </SimpleGrid>
        {exclusions > 0 && (
          <Alert mt="md" color="red" icon={<IconLock aria-hidden />}>
            {more.exclusions(format.count(exclusions))}
          </Alert>
        )}
        {report.acceptedInAll !== undefined && report.acceptedInAll > 0 && (
          <Box mt="md">
            <AcceptedRows rows={report.accepted ?? []} inAll={report.acceptedInAll} ahead />
          </Box>
        )}
        {listed > 0 && (
          <Text mt="md" c="dimmed">
            {more.listedRows(format.count(listed))}
          </Text>
        )}
        {report.macros && (
          <Alert mt="md" color="orange">
            {more.macros}
          </Alert>
        )}
        {writing && <ImportProgress title={words.writing} />}
      </Section>
      {legacy.cells > 0 && !same && (
        <LegacyPreview
          legacy={legacy}
          agreed={legacyConfirmed}
          onAgree={setLegacyConfirmed}
          onAnswer={onAnswer}
        />
      )}
      {report.unknownCodes.length > 0 && <UnknownCodes values={report.unknownCodes} onAnswer={onAnswer} />}
      {changesInAll > 0 && (
        <ChangeTable fondsId={fondsId} report={report} agreement={agreement} onAgree={setAgreement} />
      )}
      <Section
        title={words.problemsTitle}
        actions={
          <ExplainedButton
            variant="default"
            leftSection={<IconDownload size="1.1rem" aria-hidden />}
            reason={toGiveBack ? undefined : more.noProblemsToSave}
            onClick={() => {
              const saved = more.problemsName(name.replace(/\.[^.]*$/, ""));
              saveProblems(desk, { token: report.token, language }, saved).catch((error: unknown) =>
                notifyFault(all, error),
              );
            }}
          >
            {more.saveProblems}
          </ExplainedButton>
        }
      >
        {report.problems.length === 0 ? <Text>{words.noProblems}</Text> : <ProblemTable report={report} />}
      </Section>
      {report.sheets.map(
        (sheet) =>
          sheet.columns.length > 0 && <ColumnMapping key={sheet.name} sheet={sheet} onAnswer={onAnswer} />,
      )}
      <SheetTables report={report} />
    </Stack>
  );
}

/** How many of the differences will be written: those that are not shown go by the choice for all. */
function countAgreed(
  agreement: Agreement,
  { changes, changesInAll, conflictsInAll }: WorkbookReport,
): number {
  const shownConflicts = changes.filter(({ conflict }) => conflict).length;
  const hidden = conflictsInAll - shownConflicts;
  const hiddenPlain = changesInAll - changes.length - hidden;
  const shown = changes.filter((change) => isAgreed(agreement, change)).length;
  return shown + (agreement.updates ? hiddenPlain : 0) + (agreement.conflicts ? hidden : 0);
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" align="baseline">
        <Text c="dimmed" size="sm">
          {name}
        </Text>
        <Text fz="1.5rem" fw={600} className="figures">
          {value}
        </Text>
      </Group>
    </Paper>
  );
}
