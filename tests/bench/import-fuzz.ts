import { type Bench, percentile95 } from "#tests/bench/figure.ts";
import { hostilePdfs } from "#tests/fixtures/damage/hostile-pdfs.ts";
import {
  damagedFile,
  isFault,
  openDamagedImport,
  type Verdict,
} from "#tests/fixtures/damage/import-damaged.ts";
import { soundFiles } from "#tests/fixtures/damage/sound-files.ts";

const damaged = 1000;
/** Two minutes of the limits, for looking and for three pages, and what starting a worker anew takes. */
const hang = 260_000;

/** A thousand damaged JPEG, PNG, TIFF and PDF files, and PDFs made to harm, through the import: each is taken or has its reason. */
export const importFuzz: Bench = {
  name: "import-fuzz",
  async run(say) {
    const scans = await openDamagedImport();
    try {
      const sound = await soundFiles();
      const verdicts: Verdict[] = [];
      const faults: Verdict[] = [];
      const judge = (verdict: Verdict) => {
        verdicts.push(verdict);
        if (!isFault(verdict, hang)) return;
        faults.push(verdict);
        say(`${verdict.name}: ${verdict.said} after ${Math.round(verdict.took)} ms (${verdict.detail})`);
      };
      for (let seed = 0; seed < damaged; seed += 1) {
        judge(await scans.take(damagedFile(sound, 10_000 + seed)));
        if (seed % 250 === 249) say(`${seed + 1} of ${damaged} damaged files`);
      }
      for (const hostile of hostilePdfs()) judge(await scans.take(hostile));
      for (const file of sound) {
        const verdict = await scans.take({ name: `sound.${file.kind}`, bytes: file.bytes });
        if (verdict.said !== "taken") faults.push(verdict);
      }
      const tally = new Map<string, number>();
      for (const { said } of verdicts) tally.set(said, (tally.get(said) ?? 0) + 1);
      say([...tally].map(([said, count]) => `${said} ${count}`).join(", "));
      const times = verdicts.map(({ took }) => took);
      say(`p95 ${Math.round(percentile95(times))} ms, longest ${Math.round(Math.max(...times))} ms`);
      return [
        {
          name: "import-fuzz",
          unit: "faults",
          measured: faults.length,
          reference: verdicts.length,
          ratio: faults.length / verdicts.length,
          bar: "0",
          reached: faults.length === 0,
        },
      ];
    } finally {
      await scans.close();
    }
  },
};
