import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

const seenKey = "mucluc.rules.seen";

/** Says, once on each machine, that the province changed the rules in force. */
export function RuleNews() {
  const { rules, ruleProfile } = useSession();
  const { settings, rulePack } = useWords();
  const { version } = rules;
  const said = rulePack.changed(version, settings.rules.names[ruleProfile]);
  useEffect(() => {
    if (version === 0 || window.localStorage.getItem(seenKey) === String(version)) return;
    window.localStorage.setItem(seenKey, String(version));
    notifications.show({ message: said, autoClose: false });
  }, [version, said]);
  return null;
}
