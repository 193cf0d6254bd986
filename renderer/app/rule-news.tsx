import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useSession } from "#renderer/app/session.tsx";
import { useWords } from "#renderer/app/words.tsx";

const seenKey = "mucluc.rules.seen";

const neededKey = "mucluc.rules.needed";

/** Says, once on each machine, that the province changed the rules in force, or has some that this program is too old for. */
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
  const needed = rules.refusal === "program" ? rules.refused : "";
  const tooOld = rulePack.tooOld(needed);
  useEffect(() => {
    if (needed === "" || window.localStorage.getItem(neededKey) === needed) return;
    window.localStorage.setItem(neededKey, needed);
    notifications.show({ message: tooOld, color: "orange", autoClose: false });
  }, [needed, tooOld]);
  return null;
}
