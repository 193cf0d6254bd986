import { Button, Stack, Text } from "@mantine/core";
import { IconFileText, IconHelp, IconRoute } from "@tabler/icons-react";
import { Link } from "wouter";
import { toHelp } from "#renderer/app/addresses.ts";
import { useWork } from "#renderer/app/session.tsx";
import { setTour, useTour } from "#renderer/app/tour-state.ts";
import { useWords } from "#renderer/app/words.tsx";
import { Section } from "#renderer/ui/section.tsx";

/** The ways to learn the app: the tour, the help, the card to print. */
export function LearnCard() {
  const words = useWords().home;
  const { role } = useWork().profile;
  const tour = useTour(role);
  return (
    <Section title={words.learn}>
      <Stack gap="xs">
        <Button
          leftSection={<IconRoute size="1.1rem" aria-hidden />}
          variant="light"
          onClick={() => setTour(role, { step: tour.step, shown: true })}
        >
          {tour.step > 0 ? words.tourOn : words.tour}
        </Button>
        <Text size="sm" c="dimmed">
          {words.tourHint}
        </Text>
        <Button
          component={Link}
          href="/help"
          variant="default"
          leftSection={<IconHelp size="1.1rem" aria-hidden />}
        >
          {words.help}
        </Button>
        <Button
          component={Link}
          href={toHelp("card")}
          variant="default"
          leftSection={<IconFileText size="1.1rem" aria-hidden />}
        >
          {words.card}
        </Button>
      </Stack>
    </Section>
  );
}
