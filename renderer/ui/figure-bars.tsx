import { Anchor, Group, Progress, Stack, Text } from "@mantine/core";
import { Link } from "wouter";

/** A bar: what it is, its figure, and where the list behind the figure is. */
export type FigureBar = {
  key: string;
  name: string;
  value: number;
  text: string;
  href: string;
  label: string;
};

/** Figures as bars beside each other, each leading to its list; read by keyboard and in grey print like the rest. */
export function FigureBars({ bars, whole }: { bars: readonly FigureBar[]; whole?: number | undefined }) {
  const most = whole ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
      {bars.map(({ key, name, value, text, href, label }) => (
        <Stack key={key} component="li" gap="0.15rem">
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{name}</Text>
            <Anchor component={Link} href={href} size="sm" fw={600} className="figures" aria-label={label}>
              {text}
            </Anchor>
          </Group>
          <Progress value={most === 0 ? 0 : (value / most) * 100} size="0.5rem" aria-hidden />
        </Stack>
      ))}
    </Stack>
  );
}
