import { Progress, Text } from "@mantine/core";

/** A count with its share of a whole as a bar under it; `plain` where being whole means nothing. */
export function CountBar(props: {
  name: string;
  value: number;
  total: number;
  shown: string;
  plain?: boolean;
}) {
  const { name, value, total, shown, plain } = props;
  const whole = plain === true || (total > 0 && value >= total);
  return (
    <>
      <Text className="figures">{shown}</Text>
      <Progress
        value={total > 0 ? Math.min(100, (value / total) * 100) : 0}
        color={whole ? "lacquer" : "yellow"}
        size="sm"
        aria-label={`${name}: ${shown}`}
      />
    </>
  );
}
