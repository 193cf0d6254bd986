import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const restricted = (message, ...names) => names.map((name) => ({ name, message }));
const banned = [
  { selector: "ExportDefaultDeclaration", message: "Name what you export: default exports are not used." },
  {
    selector: "ImportDeclaration[source.value=/^\\.\\.\\//]",
    message: "Do not climb: import across folders by #shared/…, #electron/…, #renderer/…, #province/….",
  },
];

export default tseslint.config(
  { ignores: ["out/**", "dist/**", "node_modules/**"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-syntax": ["error", ...banned],
      "no-console": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["shared/**/*.ts"],
    ignores: ["shared/node/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...restricted("shared reads no clock: take `now` as an argument.", "Date", "performance"),
        ...restricted("shared has no timers: take them as arguments.", "setTimeout", "setInterval"),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "shared has no chance: take it as an argument." },
      ],
    },
  },
  {
    files: ["renderer/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "no-restricted-syntax": [
        "error",
        ...banned,
        {
          selector: "JSXText[value=/\\p{L}/u]",
          message: "Words live in shared/text: use useWords().",
        },
        {
          selector:
            "JSXAttribute[name.name=/^(label|placeholder|title|aria-label|description|alt)$/] > Literal[value=/\\p{L}/u]",
          message: "Words live in shared/text: use useWords().",
        },
      ],
    },
  },
  {
    files: ["tests/**/*.{ts,tsx}", "scripts/**/*.ts"],
    rules: { "no-console": "off", "max-lines": ["error", { max: 400 }] },
  },
  { files: ["**/*.config.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["**/*.js", "**/*.cjs"], ...tseslint.configs.disableTypeChecked },
  { files: ["**/*.js", "**/*.cjs"], rules: { "no-restricted-syntax": "off" } },
  { files: ["**/*.cjs"], languageOptions: { globals: { module: "writable" } } },
);
