import "@fontsource/be-vietnam-pro/vietnamese-400.css";
import "@fontsource/be-vietnam-pro/vietnamese-600.css";
import "@fontsource/be-vietnam-pro/latin-400.css";
import "@fontsource/be-vietnam-pro/latin-600.css";
import "@mantine/core/styles.css";
import "#renderer/app/app.css";
import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { shareStyleNonce, styleNonce } from "#renderer/app/style-nonce.ts";
import { applyScale, readScale, theme } from "#renderer/app/theme.ts";
import { WordsProvider } from "#renderer/app/words.tsx";
import { PortalApp } from "./portal-app.tsx";

const place = document.getElementById("root");
if (!place) throw new Error("portal.html has no #root");
shareStyleNonce();
applyScale(readScale());

createRoot(place).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
    <WordsProvider>
      <PortalApp />
    </WordsProvider>
  </MantineProvider>,
);
