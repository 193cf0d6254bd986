import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { type HelpPageName, helpPageNames } from "#shared/text/help-page.ts";
import { toHelp } from "#renderer/app/addresses.ts";
import { NotFoundScreen } from "#renderer/app/not-found-screen.tsx";
import { useLanguage, useWords } from "#renderer/app/words.tsx";
import { PageHeader } from "#renderer/ui/page-header.tsx";
import classes from "./help.module.css";

/** One page of the help: what it is about, a picture, steps in order, things good to know. */
export function HelpPageScreen() {
  const { page } = useParams<{ page: string }>();
  const name = helpPageNames.find((known) => known === page);
  return name ? <Shown key={name} name={name} /> : <NotFoundScreen />;
}

function Shown({ name }: { name: HelpPageName }) {
  const words = useWords().help;
  const page = words.pages[name];
  const at = helpPageNames.indexOf(name);
  const before = helpPageNames[at - 1];
  const after = helpPageNames[at + 1];
  return (
    <Stack gap="lg" maw="52rem">
      <PageHeader
        title={page.title}
        subtitle={page.summary}
        back={{ to: "/help", label: words.back }}
        actions={
          name === "card" && (
            <Button
              className={classes["noPrint"] ?? ""}
              leftSection={<IconPrinter size="1.1rem" aria-hidden />}
              onClick={() => window.print()}
            >
              {words.print}
            </Button>
          )
        }
      />
      {name === "card" && (
        <Text c="dimmed" size="sm" className={classes["noPrint"] ?? ""}>
          {words.printHint}
        </Text>
      )}
      {page.picture !== "" && <Picture name={name} describes={page.picture} />}
      <section>
        <Title order={2} fz="1.125rem">
          {words.steps}
        </Title>
        <ol className={classes["list"]}>
          {page.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <Paper component="section" withBorder p="md">
        <Title order={2} fz="1.125rem">
          {words.notes}
        </Title>
        <ul className={classes["list"]}>
          {page.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Paper>
      <Group component="nav" justify="space-between" aria-label={words.list}>
        {before && (
          <Button
            component={Link}
            href={toHelp(before)}
            variant="default"
            leftSection={<IconArrowLeft size="1rem" aria-hidden />}
          >
            {words.previous(words.pages[before].title)}
          </Button>
        )}
        {after && (
          <Button
            component={Link}
            href={toHelp(after)}
            variant="default"
            ml="auto"
            rightSection={<IconArrowRight size="1rem" aria-hidden />}
          >
            {words.next(words.pages[after].title)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The page's picture, taken from the running app in the language of the help; nothing where there is none yet. */
function Picture({ name, describes }: { name: HelpPageName; describes: string }) {
  const { language } = useLanguage();
  const [lacking, setLacking] = useState(false);
  if (lacking) return null;
  return (
    <img
      className={classes["picture"]}
      src={`./help/${language}/${name}.webp`}
      alt={describes}
      width={1280}
      height={800}
      onError={() => setLacking(true)}
    />
  );
}
