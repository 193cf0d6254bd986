import { Fieldset, SimpleGrid, Stack } from "@mantine/core";
import type { ReactNode } from "react";

/** A titled part of a form; its fields stand in two columns where there is room, `wide` ones below in one. */
export function FormPart(props: { title: string; children?: ReactNode; wide?: ReactNode }) {
  const { title, children, wide } = props;
  return (
    <Fieldset legend={title} radius="md" styles={{ legend: { fontWeight: 600 } }}>
      <Stack>
        {children && <SimpleGrid cols={{ base: 1, xs: 2 }}>{children}</SimpleGrid>}
        {wide}
      </Stack>
    </Fieldset>
  );
}
