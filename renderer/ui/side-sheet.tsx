import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

/** A sheet at the right of the screen for a form, the list staying in view. Escape closes it. */
export function SideSheet(props: { title: string; close: string; onClose: () => void; children: ReactNode }) {
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="44rem"
      title={props.title}
      closeButtonProps={{ "aria-label": props.close }}
      styles={{ title: { fontSize: "1.25rem", fontWeight: 600 } }}
    >
      {props.children}
    </Drawer>
  );
}
