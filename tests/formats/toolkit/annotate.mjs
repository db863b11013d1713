// Has GitHub's own toolkit write annotations on standard output: node annotate.mjs MODULES ANNOTATIONS.json
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [modules, file] = process.argv.slice(2);
const core = createRequire(path.join(path.resolve(modules), "here.js"))("@actions/core");
for (const [level, said, words] of JSON.parse(readFileSync(file, "utf-8"))) {
  core[level](words, { title: said.title, file: said.file, startLine: said.line, startColumn: said.col });
}
