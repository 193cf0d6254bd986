import { Stack, Text } from "@mantine/core";
import { useParams } from "wouter";
import { MissingRecord } from "#renderer/app/missing-record.tsx";
import { useDesk } from "#renderer/app/session.tsx";
import { useAskedAgain } from "#renderer/app/use-asked-again.ts";
import { useRecord } from "#renderer/app/use-record.ts";
import { useWords } from "#renderer/app/words.tsx";
import { FaultView } from "#renderer/app/fault-view.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { HandoverRow } from "./handover-row.tsx";
import { NewMinutes } from "./new-minutes.tsx";

/** The minutes of a batch's handovers, and new ones. */
export function HandoversScreen() {
  const { batchId = "" } = useParams();
  const all = useWords();
  const words = all.handovers;
  const desk = useDesk();
  const batch = useRecord("batches", batchId);
  const { value, error, ask } = useAskedAgain(
    `handovers ${batchId}`,
    () => desk.call("handovers.ofBatch", { batchId }),
    ["records.changed", "sync.changed"],
  );
  if (batch === undefined) return null;
  if (batch === null) return <MissingRecord back={{ to: "/batches", label: all.batches.title }} />;
  return (
    <Stack>
      <PageHeader
        title={words.title}
        subtitle={`${batch.number} · ${batch.name}`}
        back={{ to: `/batches/${batchId}`, label: batch.name || batch.number }}
      />
      {error !== undefined && <FaultView error={error} />}
      {value && (
        <>
          <Section title={words.made} hint={words.madeHint}>
            {value.handovers.length === 0 && <Text>{words.none}</Text>}
            <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
              {value.handovers.map((handover) => (
                <HandoverRow key={handover.id} handover={handover} onChanged={ask} />
              ))}
            </Stack>
          </Section>
          <NewMinutes key={batchId} {...{ batch, ask }} proposed={value.proposed} parties={value.parties} />
        </>
      )}
    </Stack>
  );
}
