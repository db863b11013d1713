// Opens pages in a headless browser as people do: wide, narrow, on paper. Prints what it found as JSON.
// node look.mjs BROWSER MODULES FOLDER PAGE.html…
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [browserPath, modules, folder, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "here.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");
const { HtmlValidate } = require("html-validate");

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-inline-style": "error", "long-title": "off" },
});
const browser = await puppeteer.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
});
const found = [];
for (const file of pages) {
  const name = path.basename(file, ".html");
  const report = await validator.validateFile(file);
  const invalid = report.results.flatMap((one) => one.messages.map((m) => `${m.ruleId} ${m.line}:${m.column} ${m.message}`));
  for (const width of [1200, 390]) {
    const page = await browser.newPage();
    const said = [];
    const asked = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => asked.push(request.url()));
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(path.resolve(file)).href);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll("svg[role] text")]
          .map((one) => one.getBoundingClientRect().height)
          .filter((height) => height > 0),
        99,
      ),
    );
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    if (width === 1200) await page.pdf({ path: path.join(folder, `${name}.pdf`), printBackground: false, preferCSSPageSize: true });
    await page.close();
    // The policy of the page lets no script in, not even the checker's: a second look, without the policy.
    const bare = await browser.newPage();
    await bare.setBypassCSP(true);
    await bare.setViewport({ width, height: 900 });
    await bare.goto(pathToFileURL(path.resolve(file)).href);
    await bare.evaluate(axe);
    const checked = await bare.evaluate(() => window.axe.run(document, { resultTypes: ["violations", "incomplete"] }));
    await bare.close();
    found.push({
      name, width, said, invalid, overflow, smallest,
      asked: asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:")),
      violations: checked.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`),
      undecided: checked.incomplete.map((one) => `${one.id}: ${one.nodes.length}`),
    });
  }
}
await browser.close();
console.log(JSON.stringify(found, null, 1));
