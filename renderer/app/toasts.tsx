import { MantineThemeProvider, Notification } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useMemo } from "react";
import { useWords } from "#renderer/app/words.tsx";

/** The corner where what just happened is said; every message can be closed, by a button that says so. */
export function Toasts() {
  const { close } = useWords().common;
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
      <Notifications position="bottom-left" withinPortal={false} mb="2.75rem" />
    </MantineThemeProvider>
  );
}
