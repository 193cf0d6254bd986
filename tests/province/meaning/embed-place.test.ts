import { expect, test } from "vitest";
import { readEmbedPlace } from "#province/meaning/embed-place.ts";
import { readSettings } from "#province/settings.ts";

const model = { MUCLUC_EMBED_MODEL: "bge-m3" };

test("a model is looked for where the environment says, on this machine", () => {
  expect(readEmbedPlace({})).toBeUndefined();
  for (const [said, meant] of [
    ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/embeddings"],
    ["http://localhost:8080/v1/", "http://localhost:8080/v1/embeddings"],
    ["http://[::1]:8080/v1/embeddings", "http://[::1]:8080/v1/embeddings"],
  ] as const)
    expect(readEmbedPlace({ ...model, MUCLUC_EMBED_URL: said })?.address.href).toBe(meant);
  expect(() => readEmbedPlace({ MUCLUC_EMBED_URL: "http://127.0.0.1/v1" })).toThrow(/EMBED_MODEL/);
});

test("texts do not leave the machine unless that is said, and then by TLS alone", () => {
  const elsewhere = { ...model, MUCLUC_EMBED_ELSEWHERE: "1" };
  for (const url of [
    "https://api.example.com/v1",
    "http://10.0.0.5:11434/v1",
    "http://127.0.0.1.example.com/v1",
    "http://localhost.example.com/v1",
    "http://0.0.0.0:11434/v1",
  ])
    expect(() => readEmbedPlace({ ...model, MUCLUC_EMBED_URL: url }), url).toThrow(/would leave it/);
  expect(() => readEmbedPlace({ ...elsewhere, MUCLUC_EMBED_URL: "http://10.0.0.5/v1" })).toThrow(/openly/);
  expect(readEmbedPlace({ ...elsewhere, MUCLUC_EMBED_URL: "https://10.0.0.5/v1" })?.address.href).toBe(
    "https://10.0.0.5/v1/embeddings",
  );
  for (const url of ["file:///etc/passwd", "khong phai", "http://ai:khoa@127.0.0.1/v1"])
    expect(() => readEmbedPlace({ ...elsewhere, MUCLUC_EMBED_URL: url }), url).toThrow(/MUCLUC_EMBED_URL/);
});

test("a practice province asks no model", () => {
  const said = { ...model, MUCLUC_EMBED_URL: "http://127.0.0.1:11434/v1" };
  expect(readSettings({ ...said, MUCLUC_PROVINCE_PRACTICE: "1" }).embed).toBeUndefined();
  expect(readSettings(said).embed).toMatchObject({ model: "bge-m3" });
});
