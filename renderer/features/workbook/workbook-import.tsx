import { Button, Stack, Text } from "@mantine/core";
import { Dropzone, MS_EXCEL_MIME_TYPE } from "@mantine/dropzone";
import { IconCircleCheck, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { CallOutput } from "#shared/contract/desk.ts";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { AcceptedRows } from "./accepted-rows.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { PastImports } from "./past-imports.tsx";
import { type Answers, readWorkbook } from "./read-workbook.ts";
import { Templates } from "./templates.tsx";
import { WorkbookReportView, type WriteAnswer } from "./workbook-report.tsx";

type State =
  | { step: "choose"; error?: unknown; notWorkbook?: true }
  | { step: "reading"; name: string }
  | {
      step: "read";
      bytes: File;
      report: WorkbookReport;
      keepLegacy: boolean;
      writing: boolean;
      error?: unknown;
    }
  | { step: "written"; written: CallOutput<"workbook.write"> };

/** Imports a workbook: choose it, look at what it would write and answer what is asked, write it. */
export function WorkbookImport(props: {
  fondsId: string;
  fileId?: string;
  into: string;
  back: { to: string; label: string };
}) {
  const { fondsId, fileId, into, back } = props;
  const desk = useDesk();
  const all = useWords();
  const words = all.workbook;
  const format = useFormat();
  const [state, setState] = useState<State>({ step: "choose" });
  const read = (bytes: File, answers: Answers = {}) => {
    setState({ step: "reading", name: bytes.name });
    const { keepLegacy = false } = answers;
    const chosen = { name: bytes.name, bytes, fondsId, ...(fileId === undefined ? {} : { fileId }) };
    readWorkbook(desk, chosen, answers).then(
      (report) => setState({ step: "read", bytes, report, keepLegacy, writing: false }),
      (error: unknown) => setState({ step: "choose", error }),
    );
  };
  const write = (reading: Extract<State, { step: "read" }>, answer: WriteAnswer) => {
    setState({ ...reading, writing: true });
    desk.call("workbook.write", { token: reading.report.token, ...answer }).then(
      (written) => setState({ step: "written", written }),
      (error: unknown) => setState({ ...reading, writing: false, error }),
    );
  };
  const startAgain = () => {
    // What is not told to the desk now, it finds out by itself later.
    if (state.step === "read")
      desk.call("workbook.dismiss", { token: state.report.token }).catch(() => undefined);
    setState({ step: "choose" });
  };
  const again = (
    <Button variant="default" onClick={startAgain}>
      {words.another}
    </Button>
  );
  return (
    <Stack>
      <PageHeader title={words.title} subtitle={into} back={back} actions={state.step === "read" && again} />
      {state.step === "choose" && (
        <>
          {state.error !== undefined && <FaultView error={state.error} />}
          {state.notWorkbook && (
            <FaultNotice
              what={words.notWorkbook}
              safe={all.faults["workbook-unreadable"].safe}
              next={all.faults["workbook-unreadable"].next}
            />
          )}
          <Dropzone
            accept={[...MS_EXCEL_MIME_TYPE, ".xlsx", ".xlsm", ".xls", ".csv"]}
            multiple={false}
            onDrop={([chosen]) => chosen && read(chosen)}
            onReject={() => setState({ step: "choose", notWorkbook: true })}
            p="3rem"
            radius="lg"
            inputProps={{ "aria-label": words.choose }}
          >
            <Stack align="center" gap="xs">
              <IconFileSpreadsheet size="3rem" stroke={1.4} aria-hidden />
              <Text fw={600} fz="lg" ta="center">
                {words.choose}
              </Text>
              <Text c="dimmed" ta="center">
                {words.chooseHint}
              </Text>
            </Stack>
          </Dropzone>
          <Templates />
          <PastImports fondsId={fondsId} />
        </>
      )}
      {state.step === "reading" && <ImportProgress title={words.reading(state.name)} />}
      {state.step === "read" && (
        <>
          {state.error !== undefined && <FaultView error={state.error} />}
          <WorkbookReportView
            key={state.report.token}
            name={state.bytes.name}
            fondsId={fondsId}
            report={state.report}
            writing={state.writing}
            onAnswer={(answers) => read(state.bytes, { keepLegacy: state.keepLegacy, ...answers })}
            onWrite={(answer) => write(state, answer)}
          />
        </>
      )}
      {state.step === "written" && (
        <EmptyState
          Icon={IconCircleCheck}
          title={words.written(format.count(state.written.files), format.count(state.written.items))}
          hint={[
            words.writtenHint,
            ...(state.written.changed > 0
              ? [all.workbookImport.writtenChanged(format.count(state.written.changed))]
              : []),
            ...(state.written.exclusions > 0
              ? [all.workbookImport.writtenExclusions(format.count(state.written.exclusions))]
              : []),
          ].join(" ")}
        >
          <AcceptedRows rows={state.written.accepted} inAll={state.written.acceptedInAll} />
          <Button component={Link} href={back.to}>
            {words.openFonds}
          </Button>
          <Button component={Link} href="/batches" variant="default">
            {words.makeBatch}
          </Button>
          {again}
        </EmptyState>
      )}
    </Stack>
  );
}
