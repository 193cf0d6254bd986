import "#province/main.ts";
