import { Group, Text } from "@mantine/core";
import { IconFileOff } from "@tabler/icons-react";
import { useParams } from "wouter";
import { type RecordedField, recordedFields } from "#shared/archive/reading.ts";
import { namesIn } from "#shared/reading/settle-reading.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { useLive } from "#renderer/db/use-live.ts";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import type { Document } from "#renderer/work/batch-documents.ts";
import { watchBatchDocuments } from "#renderer/work/watch-documents.ts";
import { ReadItem } from "./read-item.tsx";

/** The items of a batch one by one: the scan beside the fields that were read from it. */
export function ReadingScreen() {
  const { batchId, itemId } = useParams<{ batchId: string; itemId?: string }>();
  const words = useWords();
  const { reading } = words;
  const work = useWork();
  const desk = useDesk();
  const { count } = useFormat();
  const documents = useLive(`documents/${batchId}`, () => watchBatchDocuments(work, batchId));
  const fondsId = documents?.[0]?.file.fondsId ?? "";
  const { value: kinds = [] } = useAsked(`kinds ${fondsId} ${batchId}`, async () =>
    fondsId === "" ? [] : (await desk.call("listing.kinds", { fondsId, exceptBatchId: batchId })).kinds,
  );
  const back = { to: `/capture/${batchId}`, label: words.capture.title };
  if (!documents) return <PageHeader title={words.common.loading} back={back} />;
  const first = Math.max(0, documents.findIndex(awaits));
  const named = documents.findIndex(({ item }) => item.id === itemId);
  const at = named < 0 ? first : named;
  const document = documents[at];
  return (
    <>
      <PageHeader
        title={reading.title}
        subtitle={
          documents.length > 0 && (
            <Group gap="md" className="figures">
              <Text span>{reading.position(count(at + 1), count(documents.length))}</Text>
              <Text span>{reading.left(count(documents.filter(awaits).length))}</Text>
            </Group>
          )
        }
        back={back}
      />
      {document ? (
        <ReadItem
          key={`${document.item.id} ${document.item.readingDigest}`}
          batchId={batchId}
          document={document}
          earlier={[...documents.slice(0, at).map(({ item }) => item), ...kinds]}
          previous={documents[at - 1]?.item.id}
          next={documents[at + 1]?.item.id}
        />
      ) : (
        <EmptyState Icon={IconFileOff} title={reading.none} hint={reading.noneHint} />
      )}
    </>
  );
}

/** True where an item waits for somebody: fields that were read and are not confirmed, or a mark of secrecy. */
function awaits({ item }: Document): boolean {
  if (item.hold === "secret") return true;
  if (item.readingDigest === "" || item.checkedAt !== "") return false;
  const settled = new Set<RecordedField>([
    ...namesIn(item.fieldsConfirmed),
    ...namesIn(item.fieldsByMachine),
  ]);
  return recordedFields.some((field) => !settled.has(field));
}
