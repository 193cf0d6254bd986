import { Alert, Anchor, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { CatalogueHit } from "#shared/contract/catalogue.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { type Sought, withSought } from "./asked.ts";
import { FondsLink } from "./fonds-link.tsx";
import { tellGoing } from "./tell-going.ts";

/** What a document or file is, where it came from and goes to, and the way back to box and shelf. */
export function AboutHit(props: { hit: CatalogueHit; inFile: boolean; sought: Sought }) {
  const { hit, inFile, sought } = props;
  const { portal } = useWords();
  const words = portal.item;
  const { date } = useFormat();
  const named = (value: string) => value || words.notKnown;
  const notation = [hit.number, hit.symbol].filter(Boolean).join("/");
  const isItem = hit.kind === "items";
  const file = [hit.file.code, hit.file.title].filter(Boolean).join(" · ");
  return (
    <Stack gap="lg">
      {!hit.accepted && (
        <Alert icon={<IconInfoCircle aria-hidden />} color="yellow" variant="light">
          {words.unaccepted}
        </Alert>
      )}
      <Section
        title={
          (isItem ? [notation, date(hit.date)].filter(Boolean).join(" · ") : hit.file.code) ||
          portal.find.kinds[hit.kind]
        }
      >
        <KeyValues
          rows={[
            ...(isItem
              ? [
                  { name: words.issuer, value: named(hit.issuer) },
                  { name: words.signer, value: named(hit.signer) },
                ]
              : [{ name: portal.file.dates, value: named(hit.date) }]),
            { name: words.from, value: hit.unitName },
            { name: words.to, value: named(tellGoing(hit, words)) },
            { name: portal.find.facets.fonds, value: <FondsLink fonds={hit.fonds} sought={sought} /> },
          ]}
        />
      </Section>
      <Section title={words.paper}>
        <KeyValues
          rows={[
            {
              name: words.file,
              value: inFile ? (
                <Anchor
                  component={Link}
                  href={withSought(`/file/${encodeURIComponent(hit.file.id)}`, sought)}
                >
                  {file || portal.file.open}
                </Anchor>
              ) : (
                file
              ),
            },
            { name: words.inventory, value: named(hit.file.inventory) },
            { name: words.box, value: named(hit.file.box) },
            { name: words.location, value: named(hit.file.location) },
          ]}
        />
      </Section>
    </Stack>
  );
}
