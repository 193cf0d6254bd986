import { Alert, Anchor } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import { Link } from "wouter";
import { type ItemDraft, readItemField } from "#shared/inventory/item-draft.ts";
import { toReview } from "#renderer/app/addresses.ts";
import { useDesk, useWork } from "#renderer/app/session.tsx";
import { useAsked } from "#renderer/app/use-asked.ts";
import { useWords } from "#renderer/app/words.tsx";
import { findTwins, twinsInWords } from "./find-twins.ts";

/** Says under a form which listed documents the one being typed is like; it hinders nothing. */
export function ItemTwins(props: { draft: ItemDraft; fondsId: string; itemId: string }) {
  const { draft, fondsId, itemId } = props;
  const work = useWork();
  const desk = useDesk();
  const words = useWords();
  const date = readItemField("issuedDate", draft.issuedDate);
  const probe = {
    fondsId,
    number: draft.number.trim().slice(0, 11),
    symbol: draft.symbol.trim().slice(0, 30),
    issuedDate: date.ok && typeof date.value === "string" ? date.value : "",
    subject: draft.subject.trim().slice(0, 500),
    addressee: draft.addressee.trim().slice(0, 200),
  };
  const [settled] = useDebouncedValue(JSON.stringify(probe), 600);
  const asked = useAsked(`twins ${itemId} ${settled}`, () =>
    findTwins(work, (of) => desk.call("listing.twins", of), JSON.parse(settled) as typeof probe, itemId),
  );
  if (!asked.value || asked.value.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconCopy aria-hidden />} role="status">
      {twinsInWords(words, asked.value)}{" "}
      <Anchor component={Link} href={toReview(fondsId, "duplicates")} c="inherit" td="underline">
        {words.grid.twins.review}
      </Anchor>
    </Alert>
  );
}
