import { Alert, Anchor, Box, Button, Grid, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import { accessLevels } from "#shared/archive/access-level.ts";
import { type PortalFonds, portalFondsSchema } from "#shared/contract/portal.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { KeyValues } from "#renderer/ui/key-values.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { Section } from "#renderer/ui/section.tsx";
import { readSought, withSought, writeAsked } from "./asked.ts";
import { PortalFaultView } from "./portal-fault.tsx";
import { useAnswer } from "./use-answer.ts";

/** A fonds: what it is, what of it one finds, where that is from and goes to, and its finding aid to take along. */
export function FondsScreen({ id }: { id: string }) {
  const { item, fonds: words } = useWords().portal;
  const sought = readSought(useSearch());
  const address = `fonds/${encodeURIComponent(id)}`;
  const { value, error, again } = useAnswer(portalFondsSchema, address);
  if (error !== undefined) return <PortalFaultView error={error} onRetry={again} />;
  if (!value) return null;
  return (
    <>
      <PageHeader
        title={value.name || value.code || words.title}
        back={{ to: withSought("/", sought), label: item.back }}
        dense
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <About fonds={value} />
            <From fonds={value} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Take address={address} aids={value.aids} />
        </Grid.Col>
      </Grid>
    </>
  );
}

function About({ fonds }: { fonds: PortalFonds }) {
  const { item, fonds: words } = useWords().portal;
  const { count } = useFormat();
  const named = (value: string) => value || item.notKnown;
  const others = fonds.others.map(({ code, name, part }) => {
    const shown = [code, name].filter(Boolean).join(" ");
    return part ? words.part(shown) : shown;
  });
  const search = writeAsked({ words: "", by: "words", filter: { fonds: fonds.id } });
  return (
    <Section title={words.about}>
      <Stack gap="md">
        <KeyValues
          rows={[
            { name: words.code, value: named(fonds.code) },
            { name: words.archiveCode, value: named(fonds.archiveCode) },
            { name: words.dates, value: named(fonds.dateSpan) },
            ...(others.length > 0
              ? [
                  {
                    name: words.others,
                    value: <span style={{ whiteSpace: "pre-line" }}>{others.join("\n")}</span>,
                  },
                ]
              : []),
            { name: words.counts, value: words.counted(count(fonds.files), count(fonds.items)) },
          ]}
        />
        {fonds.history !== "" && (
          <Box component="section" aria-label={words.history}>
            <Text size="sm" c="dimmed">
              {words.history}
            </Text>
            <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{fonds.history}</Text>
          </Box>
        )}
        <Anchor component={Link} href={`/?${search}`} w="fit-content">
          {words.search}
        </Anchor>
      </Stack>
    </Section>
  );
}

function From({ fonds }: { fonds: PortalFonds }) {
  const words = useWords().portal.fonds;
  const { count } = useFormat();
  return (
    <Section title={words.from}>
      <KeyValues
        rows={[
          {
            name: words.districts,
            value: (
              <Places
                places={fonds.districts.map(({ name, count: records }) => ({
                  name,
                  told: words.records(count(records)),
                }))}
              />
            ),
          },
          {
            name: words.newCommunes,
            value:
              fonds.newCommunes.length === 0 ? (
                words.noCommunes
              ) : (
                <Places
                  places={fonds.newCommunes.map(({ name, count: records, undecided }) => ({
                    name,
                    told: [
                      words.records(count(records)),
                      ...(undecided > 0 ? [words.undecided(count(undecided))] : []),
                    ].join(", "),
                  }))}
                />
              ),
          },
        ]}
      />
    </Section>
  );
}

function Places({ places }: { places: readonly { name: string; told: string }[] }) {
  return (
    <Stack gap="0.15rem">
      {places.map(({ name, told }) => (
        <span key={name}>
          {name}{" "}
          <Text span size="sm" c="dimmed">
            {told}
          </Text>
        </span>
      ))}
    </Stack>
  );
}

const forms = ["ead2002", "ead3"] as const;

/** The finding aid, up to a level that one chooses among one's own; what is open to everyone until then. */
function Take({ address, aids }: { address: string; aids: PortalFonds["aids"] }) {
  const words = useWords().portal.fonds;
  const { count } = useFormat();
  const [chosen, choose] = useState<PortalFonds["aids"][number]["level"]>();
  const aid = aids.find(({ level }) => level === chosen) ?? aids[0];
  return (
    <Section title={words.aid} hint={words.aidHint}>
      {aid === undefined ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <Stack gap="md">
          <NativeSelect
            label={words.levels}
            description={words.counted(count(aid.files), count(aid.items))}
            inputWrapperOrder={["label", "input", "description"]}
            value={aid.level}
            onChange={({ currentTarget: { value } }) => choose(accessLevels.find((one) => one === value))}
            data={aids.map(({ level }) => ({ value: level, label: words.upTo[level] }))}
          />
          {aid.level === "closed" && (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              {words.closedWarning}
            </Alert>
          )}
          <Group gap="sm">
            {forms.map((form) => (
              <Button
                key={form}
                component="a"
                href={`/portal/${address}/finding-aid?format=${form}&level=${aid.level}`}
                variant={form === "ead2002" ? "filled" : "default"}
                leftSection={<IconDownload size="1.1rem" aria-hidden />}
              >
                {words.take[form]}
              </Button>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            {words.takeHint} {words.noted}
          </Text>
        </Stack>
      )}
    </Section>
  );
}
