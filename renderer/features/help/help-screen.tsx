import { Card, CloseButton, Group, SimpleGrid, Stack, Text, TextInput, ThemeIcon } from "@mantine/core";
import { IconHelp, IconPrinter, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import { toHelp } from "#renderer/app/addresses.ts";
import { useFormat } from "#renderer/app/format.ts";
import { useWords } from "#renderer/app/words.tsx";
import { EmptyState } from "#renderer/ui/empty-state.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import { findPages } from "./find-pages.ts";
import classes from "./help.module.css";
import { TourButton } from "./tour-button.tsx";

/** Every page of the help, narrowed by what is typed, accents optional. */
export function HelpScreen() {
  const words = useWords().help;
  const { count } = useFormat();
  const [asked, setAsked] = useState("");
  const found = findPages(words.pages, asked);
  return (
    <Stack gap="lg" maw="72rem">
      <PageHeader title={words.title} subtitle={words.subtitle} actions={<TourButton />} />
      <TextInput
        label={words.find}
        placeholder={words.findHint}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
        leftSection={<IconSearch size="1.1rem" aria-hidden />}
        rightSection={asked && <CloseButton aria-label={words.clear} onClick={() => setAsked("")} />}
        maw="32rem"
        size="md"
      />
      <Text role="status" c="dimmed" size="sm">
        {words.found(count(found.length))}
      </Text>
      {found.length === 0 ? (
        <EmptyState Icon={IconHelp} title={words.none(asked.trim())} hint={words.noneHint} />
      ) : (
        <SimpleGrid component="nav" aria-label={words.list} cols={{ base: 1, sm: 2, lg: 3 }}>
          {found.map((name) => (
            <Card
              key={name}
              component={Link}
              href={toHelp(name)}
              withBorder
              padding="md"
              className={classes["card"] ?? ""}
            >
              <Group wrap="nowrap" align="flex-start">
                <ThemeIcon variant="light" size="2.25rem" aria-hidden>
                  {name === "card" ? <IconPrinter size="1.25rem" /> : <IconHelp size="1.25rem" />}
                </ThemeIcon>
                <div>
                  <Text fw={600}>{words.pages[name].title}</Text>
                  <Text size="sm" c="dimmed">
                    {words.pages[name].summary}
                  </Text>
                </div>
              </Group>
            </Card>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}
