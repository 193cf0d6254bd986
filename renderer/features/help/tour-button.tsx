import { Button } from "@mantine/core";
import { IconRoute } from "@tabler/icons-react";
import { useWork } from "#renderer/app/session.tsx";
import { setTour, useTour } from "#renderer/app/tour-state.ts";
import { useWords } from "#renderer/app/words.tsx";

/** Begins the tour of the person's role, or goes on where it was left. */
export function TourButton() {
  const words = useWords().home;
  const { role } = useWork().profile;
  const { step } = useTour(role);
  return (
    <Button
      variant="light"
      leftSection={<IconRoute size="1.1rem" aria-hidden />}
      onClick={() => setTour(role, { step, shown: true })}
    >
      {step > 0 ? words.tourOn : words.tour}
    </Button>
  );
}
