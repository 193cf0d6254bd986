import { expect, it, onTestFinished } from "vitest";
import { heedOwnKeys, isChangeable, readOwnKeys, refuseKey } from "#renderer/app/own-keys.ts";
import { pressOf } from "#renderer/ui/chord.ts";
import { keys } from "#shared/text/vi/keys.ts";

it("lets no key be changed that text or the system needs", () => {
  for (const chord of ["Ctrl+Z, Ctrl+Y", "Ctrl+C, Ctrl+V", "Ctrl+S", "Ctrl+A", "Esc", "Space", "Mũi tên"])
    expect(isChangeable(chord), chord).toBe(false);
  for (const chord of ["F1", "Ctrl+K", "Ctrl+D", "Ctrl+'", "Ctrl+Delete", "J"])
    expect(isChangeable(chord), chord).toBe(true);
  const changeable = keys.groups.flatMap(({ rows }) => rows.filter(([chord]) => isChangeable(chord)));
  expect(changeable.length).toBeGreaterThan(15);
});

it.each([
  ["Ctrl+Shift+D", "Ctrl+D", "input-method"],
  ["Alt+D", "Ctrl+D", "input-method"],
  ["Ctrl+V", "Ctrl+D", "text"],
  ["Enter", "Ctrl+D", "plain"],
  ["G", "Ctrl+D", "plain"],
  ["Ctrl+E", "Ctrl+D", "taken"],
  ["F6", "Ctrl+D", undefined],
  ["Shift+F6", "Ctrl+D", undefined],
  ["Ctrl+G", "Ctrl+D", undefined],
  // A letter for a letter: such keys act where nothing is typed.
  ["G", "A", undefined],
])("%s for %s: %s", (pressed, of, refusal) => {
  expect(refuseKey(pressed, of, ["Ctrl+E"])).toBe(refusal);
});

it("reads nothing from what was spoilt", () => {
  onTestFinished(() => window.localStorage.clear());
  for (const [kept, read] of [
    ["{", {}],
    ["null", {}],
    ['{"Ctrl+D":7,"Ctrl+E":"Ctrl+V","Ctrl+B":"F6"}', { "Ctrl+B": "F6" }],
  ] as const) {
    window.localStorage.setItem("mucluc.keys", kept);
    expect(readOwnKeys()).toEqual(read);
  }
});

it("turns an own key into the app's, once, and leaves letters to text", () => {
  document.body.innerHTML = "<input /><div tabindex='0'></div>";
  const stop = heedOwnKeys(() => ({ "Ctrl+D": "F6", "Ctrl+E": "Ctrl+G", A: "G" }));
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => heard.push(`${event.ctrlKey ? "Ctrl+" : ""}${event.key}`);
  document.body.addEventListener("keydown", hear);
  onTestFinished(() => {
    stop();
    document.body.removeEventListener("keydown", hear);
    document.body.innerHTML = "";
  });
  const [input, pane] = [document.querySelector("input"), document.querySelector("div")];
  for (const chord of ["F6", "Ctrl+G", "G", "F7"]) {
    input?.dispatchEvent(new KeyboardEvent("keydown", pressOf(chord)));
    pane?.dispatchEvent(new KeyboardEvent("keydown", pressOf(chord)));
  }
  expect(heard).toEqual(["Ctrl+d", "Ctrl+d", "Ctrl+e", "Ctrl+e", "g", "a", "F7", "F7"]);
});
