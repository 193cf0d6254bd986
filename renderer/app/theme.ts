import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** A calm lacquer green, ten shades from paper to ink. */
const lacquer: MantineColorsTuple = [
  "#eef7f4",
  "#dcece6",
  "#b5d8cc",
  "#8bc4b0",
  "#68b298",
  "#52a789",
  "#449f80",
  "#34876b",
  "#27785e",
  "#0f5f49",
];

export const theme = createTheme({
  primaryColor: "lacquer",
  primaryShade: { light: 9, dark: 8 },
  colors: { lacquer },
  fontFamily: '"Be Vietnam Pro", "Segoe UI", "Noto Sans", system-ui, sans-serif',
  headings: {
    fontFamily: '"Be Vietnam Pro", "Segoe UI", "Noto Sans", system-ui, sans-serif',
    fontWeight: "600",
  },
  defaultRadius: "md",
  cursorType: "pointer",
  autoContrast: true,
  components: {
    // Locking the page's scroll inserts a style that the page's policy does not take.
    Modal: { defaultProps: { lockScroll: false, attributes: { header: { role: "presentation" } } } },
    Drawer: { defaultProps: { lockScroll: false, attributes: { header: { role: "presentation" } } } },
    // Its title in the colour of its kind is too pale to read in yellow and orange.
    Alert: { styles: { title: { color: "var(--mantine-color-text)" } } },
    Tooltip: { defaultProps: { withinPortal: false } },
    InputWrapper: { styles: { error: { fontSize: "0.875rem" }, description: { fontSize: "0.875rem" } } },
  },
});

/** Sizes of everything on the screen, in percent. */
export const scales = [100, 125, 150, 175] as const;

export type Scale = (typeof scales)[number];

const storageKey = "mucluc.scale";

export function readScale(): Scale {
  const stored = Number(window.localStorage.getItem(storageKey));
  return scales.find((scale) => scale === stored) ?? 100;
}

export function applyScale(scale: Scale): void {
  window.localStorage.setItem(storageKey, String(scale));
  // Every size is in rem: the root's font size alone scales them all.
  document.documentElement.style.fontSize = `${scale}%`;
  // What measures itself in rem measures again.
  window.dispatchEvent(new Event("resize"));
}
