import { MantineThemeProvider, Notification } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useNarrow } from "#renderer/app/use-narrow.ts";
import { useWords } from "#renderer/app/words.tsx";

/** The corner where what just happened is said; every message can be closed, by a button that says so. */
export function Toasts() {
  const { close } = useWords().common;
  // Within the navigation's width, so that no row of the work is covered.
  const narrow = useNarrow();
  const theme = useMemo(
    () => ({
      components: {
        Notification: Notification.extend({ defaultProps: { closeButtonProps: { "aria-label": close } } }),
      },
    }),
    [close],
  );
  return (
    <MantineThemeProvider theme={theme} inherit>
      <Notifications
        position="bottom-left"
        withinPortal={false}
        mb="2.75rem"
        containerWidth={narrow ? "90vw" : "14.5rem"}
      />
    </MantineThemeProvider>
  );
}
