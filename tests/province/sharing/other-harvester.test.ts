import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";
import { editRecord } from "#shared/archive/record.ts";
import { withProgram } from "#tests/helpers/system-program.ts";
import {
  makeBatch,
  makeFile,
  makeFonds,
  makeItem,
  onEachStore,
  phuocLoc,
  stamp,
  tuyPhuoc,
} from "#tests/province/world.ts";
import { harvester, settled } from "./harvester.ts";

const run = promisify(execFile);

/** HTTP::OAI, by another author: follows the tokens, reads the records; answers what it found as lines. */
const script = `
use HTTP::OAI; use HTTP::OAI::Metadata::OAI_DC; use utf8; binmode(STDOUT, ":utf8");
my $h = HTTP::OAI::Harvester->new(baseURL => $ARGV[0]);
my $told = $h->Identify; die $told->message unless $told->is_success;
print join("\\t", "name", $told->repositoryName), "\\n";
my $sets = $h->ListSets; die $sets->message unless $sets->is_success;
while (my $set = $sets->next) { print join("\\t", "set", $set->setSpec), "\\n" }
# It follows the tokens by itself, and hands over each record as it reads it.
my $list = $h->ListRecords(metadataPrefix => "oai_dc", handlers => { metadata => "HTTP::OAI::Metadata::OAI_DC" },
  onRecord => sub {
    my $one = shift;
    my $title = $one->metadata && $one->metadata->dc ? $one->metadata->dc->{title}[0] : "";
    print join("\\t", $one->is_deleted ? "gone" : "record", $one->identifier, $one->datestamp, $title), "\\n";
  });
die $list->message unless $list->is_success;
`;
const isThere = spawnSync("perl", ["-MHTTP::OAI", "-e", "1"]).status === 0;

onEachStore(
  "a harvester by another author",
  (world) => {
    withProgram("HTTP::OAI of Perl (libhttp-oai-perl)", isThere)(
      "takes in all that is offered, part by part, and what was taken back",
      { timeout: 60_000 },
      async () => {
        const desk = await world.enrol("desk", tuyPhuoc);
        await world.push(desk, "fonds", makeFonds("fonds", phuocLoc, { name: "UBND xã Phước Lộc" }));
        await world.push(desk, "batches", makeBatch("batch", phuocLoc, { state: "accepted" }));
        await world.push(desk, "files", makeFile("file", phuocLoc, { access: "01", batchId: "batch" }));
        const items = Array.from({ length: 230 }, (_, at) =>
          makeItem(`item-${at}`, phuocLoc, {
            ordinal: at + 1,
            subject: `Giao đất ở thôn ${at} & xóm <Đông>`,
          }),
        );
        await world.push(desk, "items", ...items);
        await settled(world);
        const [first] = items;
        if (!first) throw new Error("no item");
        await world.push(desk, "items", editRecord(first, { access: "03" }, stamp(10)));
        await settled(world);

        const address = await world.app.listen({ host: "127.0.0.1", port: 0 });
        const { stdout } = await run("perl", ["-e", script, `${address}/oai`], { maxBuffer: 10_000_000 });
        const lines = stdout.split("\n").map((line) => line.split("\t"));
        const of = (kind: string) => lines.filter(([what]) => what === kind);
        expect(of("name")).toEqual([["name", "Tỉnh thử"]]);
        expect(of("set").map(([, set]) => set)).toContain("fonds:fonds");
        const found = [...of("record"), ...of("gone")].map(([, id, at]) => `${id} ${at}`);
        const { records } = await harvester(world).harvest({ metadataPrefix: "oai_dc" });
        expect(found.sort()).toEqual(
          records.map(({ identifier, datestamp }) => `${identifier} ${datestamp}`).sort(),
        );
        expect(of("gone").map(([, id]) => id)).toEqual(["oai:luutru.example.vn:items/item-0"]);
        expect(of("record")).toHaveLength(230);
        expect(of("record").map((line) => line[3])).toContain("Giao đất ở thôn 7 & xóm <Đông>");
        expect(world.faults).toEqual([]);
      },
    );
  },
  { rate: { device: 100_000, stranger: 100_000 } },
);
