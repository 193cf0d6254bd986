import { Group, Slider } from "@mantine/core";
import { IconPhoto } from "@tabler/icons-react";

/** The least and the greatest width of a thumbnail, in rem. */
export const thumbWidths = [6, 18] as const;

/** The slider of a thumbnail grid: how wide its pictures are, in rem. */
export function ThumbSize(props: { label: string; value: number; onChange: (width: number) => void }) {
  const { label, value, onChange } = props;
  const [min, max] = thumbWidths;
  return (
    <Group gap="xs" wrap="nowrap">
      <IconPhoto size="1rem" aria-hidden />
      <Slider
        w="9rem"
        aria-label={label}
        thumbLabel={label}
        label={null}
        min={min}
        max={max}
        step={1}
        value={value}
        onChange={onChange}
      />
      <IconPhoto size="1.5rem" aria-hidden />
    </Group>
  );
}
