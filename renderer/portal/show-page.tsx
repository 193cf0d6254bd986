import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@mantine/core/styles.css";
import "#renderer/app/app.css";
import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { shareStyleNonce, styleNonce } from "#renderer/app/style-nonce.ts";
import { applyScale, readScale, theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";

/** Shows a page of the province in its `#root`, in the looks and words that were chosen on this machine. */
export function showPage(page: ReactNode): void {
  const place = document.getElementById("root");
  if (!place) throw new Error("the page has no #root");
  shareStyleNonce();
  applyScale(readScale());
  createRoot(place).render(
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <WordsProvider>{page}</WordsProvider>
    </MantineProvider>,
  );
}
