import { Button, Group, Loader, Stack, Text } from "@mantine/core";
import { Dropzone, MS_EXCEL_MIME_TYPE } from "@mantine/dropzone";
import { IconCircleCheck, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { WorkbookReport } from "#shared/contract/workbook.ts";
import { toFile, toFonds } from "#renderer/app/addresses.ts";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { FaultNotice } from "#renderer/ui/fault-notice.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Templates } from "./templates.tsx";
import { readWorkbook } from "./read-workbook.ts";
import { WorkbookReportView } from "./workbook-report.tsx";

/** Imports a workbook into a fonds. */
export function FondsWorkbookScreen() {
  const { fondsId = "" } = useParams();
  const words = useWords();
  const fonds = useRecord("fonds", fondsId);
  if (fonds === undefined) return null;
  const back = { to: toFonds(fondsId), label: fonds?.name ?? words.inventory.title };
  if (fonds === null) return <MissingRecord back={{ to: "/inventory", label: words.inventory.title }} />;
  return <WorkbookImport fondsId={fondsId} into={words.workbook.into(fonds.name)} back={back} />;
}

/** Imports a workbook of items into one file. */
export function FileWorkbookScreen() {
  const { fileId = "" } = useParams();
  const words = useWords();
  const file = useRecord("files", fileId);
  if (file === undefined) return null;
  if (file === null) return <MissingRecord back={{ to: "/inventory", label: words.inventory.title }} />;
  const back = { to: toFile(fileId), label: file.code };
  return (
    <WorkbookImport
      fondsId={file.fondsId}
      fileId={fileId}
      into={words.workbook.intoFile(file.code)}
      back={back}
    />
  );
}

type State =
  | { step: "choose"; error?: unknown; notWorkbook?: true }
  | { step: "reading"; name: string }
  | { step: "read"; name: string; report: WorkbookReport; writing: boolean; error?: unknown }
  | { step: "written"; files: number; items: number };

function WorkbookImport(props: {
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
  const read = (bytes: File) => {
    const { name } = bytes;
    setState({ step: "reading", name });
    readWorkbook(desk, { name, bytes, fondsId, ...(fileId === undefined ? {} : { fileId }) }).then(
      (report) => setState({ step: "read", name, report, writing: false }),
      (error: unknown) => setState({ step: "choose", error }),
    );
  };
  const write = (name: string, report: WorkbookReport) => {
    setState({ step: "read", name, report, writing: true });
    desk.call("workbook.write", { token: report.token }).then(
      (written) => setState({ step: "written", ...written }),
      (error: unknown) => setState({ step: "read", name, report, writing: false, error }),
    );
  };
  const again = (
    <Button variant="default" onClick={() => setState({ step: "choose" })}>
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
            accept={[...MS_EXCEL_MIME_TYPE, ".xlsx"]}
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
        </>
      )}
      {state.step === "reading" && (
        <Group justify="center" py="4rem" role="status">
          <Loader />
          <Text>{words.reading(state.name)}</Text>
        </Group>
      )}
      {state.step === "read" && (
        <>
          {state.error !== undefined && <FaultView error={state.error} />}
          <WorkbookReportView
            name={state.name}
            report={state.report}
            writing={state.writing}
            onWrite={() => write(state.name, state.report)}
          />
        </>
      )}
      {state.step === "written" && (
        <EmptyState
          Icon={IconCircleCheck}
          title={words.written(format.count(state.files), format.count(state.items))}
          hint={words.writtenHint}
        >
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
