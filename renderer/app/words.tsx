import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { en } from "#shared/text/en.ts";
import { vi, type Words } from "#shared/text/vi.ts";

export type Language = "vi" | "en";

const languages: Record<Language, Words> = { vi, en };
const storageKey = "mucluc.language";

type Spoken = { words: Words; language: Language; speak: (language: Language) => void };

const WordsContext = createContext<Spoken>({ words: vi, language: "vi", speak: () => undefined });

export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    window.localStorage.getItem(storageKey) === "en" ? "en" : "vi",
  );
  const spoken = useMemo<Spoken>(
    () => ({
      words: languages[language],
      language,
      speak: (next) => {
        window.localStorage.setItem(storageKey, next);
        document.documentElement.lang = next;
        setLanguage(next);
      },
    }),
    [language],
  );
  return <WordsContext value={spoken}>{children}</WordsContext>;
}

/** Every word on the screen, in the language chosen. */
export function useWords(): Words {
  return use(WordsContext).words;
}

export function useLanguage(): Omit<Spoken, "words"> {
  const { language, speak } = use(WordsContext);
  return { language, speak };
}
