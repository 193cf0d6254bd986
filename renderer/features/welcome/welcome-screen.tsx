import { useWords } from "#renderer/app/words.tsx";

export function WelcomeScreen() {
  return <h1>{useWords().common.product}</h1>;
}
