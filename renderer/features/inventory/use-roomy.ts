import { useViewportSize } from "@mantine/hooks";

/** The least width, in rem, at which a tree and a row of buttons still leave the grid room. */
const roomyWidth = 72;

/** Whether the window is wide for the size of text chosen: media queries do not know of that size. */
export function useRoomy(): boolean {
  const { width } = useViewportSize();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return width === 0 || width / rem >= roomyWidth;
}
