import { Table, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { PastImport } from "#shared/contract/workbook.ts";
import { notifyFault } from "#renderer/app/fault-view.tsx";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";
import { ExplainedButton } from "#renderer/ui/explained-button.tsx";
import { ReasonDialog } from "#renderer/ui/reason-dialog.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { AcceptedRows } from "./accepted-rows.tsx";

/** What was imported into a fonds on this device, each to be taken back in one step; nothing where nothing was. */
export function PastImports({ fondsId }: { fondsId: string }) {
  const desk = useDesk();
  const all = useWords();
  const words = all.workbookImport;
  const format = useFormat();
  const [imports, setImports] = useState<readonly PastImport[]>([]);
  const [asked, setAsked] = useState<PastImport>();
  const [busy, setBusy] = useState("");
  const [said, setSaid] = useState("");
  const [stayed, setStayed] = useState<Parameters<typeof AcceptedRows>[0]>({ rows: [], inAll: 0 });
  useEffect(() => {
    let here = true;
    desk.call("workbook.imports", { fondsId }).then(
      (answer) => here && setImports(answer.imports),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [desk, fondsId, said]);
  const undo = ({ token }: PastImport, reason: string) => {
    setAsked(undefined);
    setBusy(token);
    desk
      .call("workbook.undo", { token, reason })
      .then(
        ({ withdrawn, restored, kept, accepted, acceptedInAll }) => {
          setSaid(words.undone(format.count(withdrawn), format.count(restored), format.count(kept)));
          setStayed({ rows: accepted, inAll: acceptedInAll });
        },
        (error: unknown) => notifyFault(all, error),
      )
      .finally(() => setBusy(""));
  };
  if (imports.length === 0) return null;
  return (
    <Section title={words.past} hint={words.pastHint}>
      {said !== "" && (
        <Text role="status" mb="sm">
          {said}
        </Text>
      )}
      <AcceptedRows {...stayed} />
      <Table.ScrollContainer minWidth={720} tabIndex={0} role="group" aria-label={words.past}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.at}</Table.Th>
              <Table.Th>{words.by}</Table.Th>
              <Table.Th>{words.counts}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.undo}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((one) => (
              <Table.Tr key={one.token}>
                <Table.Td>{one.name}</Table.Td>
                <Table.Td>{format.time(one.at)}</Table.Td>
                <Table.Td>{one.by}</Table.Td>
                <Table.Td>
                  {words.pastCounts(
                    format.count(one.files),
                    format.count(one.items),
                    format.count(one.changed),
                  )}
                </Table.Td>
                <Table.Td>{words.states[one.state]}</Table.Td>
                <Table.Td>
                  <ExplainedButton
                    variant="default"
                    size="compact-md"
                    loading={busy === one.token}
                    aria-label={words.undoOf(one.name)}
                    reason={one.state === "undone" ? words.alreadyUndone : undefined}
                    onClick={() => setAsked(one)}
                  >
                    {words.undo}
                  </ExplainedButton>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {asked && (
        <ReasonDialog
          title={words.undoOf(asked.name)}
          hint={words.undoHint}
          label={words.undoReason}
          confirm={words.undo}
          cancel={words.cancel}
          maxLength={500}
          onConfirm={(reason) => undo(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
