import { useViewportSize } from "@mantine/hooks";

/** The width under which the two status lines no longer stand beside each other, in rem. */
const widthOfBothLines = 64;

/** Whether the window is narrow for the size of text chosen: media queries do not know of that size. */
export function useNarrow(): boolean {
  const { width } = useViewportSize();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return width > 0 && width / rem < widthOfBothLines;
}
