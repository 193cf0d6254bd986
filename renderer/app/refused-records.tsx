import { Anchor, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import type { CollectionName } from "#shared/archive/collections.ts";
import type { RefusedRecord, SyncStatus } from "#shared/contract/session.ts";
import { toBatch, toFile, toFonds } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { LackingLines } from "#renderer/app/lacking-lines.tsx";
import { useParentWords, useReason } from "#renderer/app/refusal-words.ts";
import { useDesk } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/**
 * The records that the province does not take, and those that it keeps until others come: which, why, since when,
 * and what is to be done. Nothing where there are none.
 */
export function RefusedRecords(props: {
  status: Pick<SyncStatus, "refusedRecords" | "heldRecords">;
  /** How many of each are listed at most. */
  most?: number;
}) {
  const { refusedRecords: refused, heldRecords: held = 0 } = props.status;
  const words = useWords().refused;
  const desk = useDesk();
  const rows = useAsked(`refused ${refused} ${held}`, () => desk.call("sync.refused", {})).value ?? [];
  const list = { most: props.most ?? 20 };
  const [waiting, others] = [
    rows.filter(({ code }) => code === "held"),
    rows.filter(({ code }) => code !== "held"),
  ];
  return (
    <>
      {refused > 0 && (
        <Section title={words.title} hint={words.explain}>
          <Rows {...list} rows={others} count={refused} />
        </Section>
      )}
      {held > 0 && (
        <Section title={words.heldTitle} hint={words.heldExplain}>
          <Rows {...list} rows={waiting} count={held} />
        </Section>
      )}
    </>
  );
}

function Rows(props: { rows: readonly RefusedRecord[]; count: number; most: number }) {
  const words = useWords().refused;
  const format = useFormat();
  const shown = props.rows.slice(0, props.most);
  return (
    <>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
        {shown.map((row) => (
          <Refused key={`${row.collection} ${row.id}`} row={row} />
        ))}
      </Stack>
      {shown.length > 0 && props.count > shown.length && (
        <Text size="sm">{words.more(format.count(props.count - shown.length))}</Text>
      )}
    </>
  );
}

function Refused({ row }: { row: RefusedRecord }) {
  const words = useWords().refused;
  const format = useFormat();
  const reasonOf = useReason();
  const parentOf = useParentWords();
  const { waitsFor } = row;
  const next = waitsFor
    ? waitsFor.code !== "" && waitsFor.code !== "held"
      ? words.parentRefused(reasonOf(waitsFor.code, ""))
      : row.collection !== "batches"
        ? words.parentComes
        : waitsFor.lacks?.records === 0
          ? words.contentSent
          : words.contentComes
    : words.next[row.code];
  const name = `${words.collections[row.collection]}: ${row.label}`;
  const address = addressOf(row.collection, row.id);
  return (
    <li>
      <Text style={{ overflowWrap: "anywhere" }} fw={600}>
        {address === undefined ? (
          name
        ) : (
          <Anchor component={Link} href={address} inherit>
            {name}
          </Anchor>
        )}
      </Text>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {waitsFor ? words.waits(parentOf(waitsFor, row.collection)) : reasonOf(row.code, row.detail)}
      </Text>
      {waitsFor?.lacks && <LackingLines lacks={waitsFor.lacks} own />}
      {next !== undefined && <Text size="sm">{next}</Text>}
      <Text size="sm" c="dimmed">
        {row.retryAt !== "" && !waitsFor
          ? words.retry(format.time(row.retryAt))
          : row.at !== "" && words.since(format.time(row.at))}
      </Text>
    </li>
  );
}

function addressOf(collection: CollectionName, id: string): string | undefined {
  if (collection === "files") return toFile(id);
  if (collection === "fonds") return toFonds(id);
  return collection === "batches" ? toBatch(id) : undefined;
}
