// Asks the language server of Visual Studio Code's TOML extension what an editor asks, and prints its answers as JSON.
// node taplo.mjs MODULES FILE.toml QUESTIONS.json; a question is [method, line, character].
import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [modules, file, questions] = process.argv.slice(2);
const { TaploLsp } = createRequire(path.join(path.resolve(modules), "here.js"))("@taplo/lsp");
const folder = path.dirname(path.resolve(file));
const uri = pathToFileURL(path.resolve(file)).href;
const waiting = new Map();
const said = [];
const silent = async (bytes) => bytes.length;

const server = await TaploLsp.initialize(
  {
    now: () => new Date(),
    envVar: () => undefined,
    envVars: () => [],
    stdErrAtty: () => false,
    stdin: async () => new Uint8Array(),
    stdout: silent,
    stderr: silent,
    glob: () => [],
    readFile: async (name) => new Uint8Array(readFileSync(name)),
    writeFile: async () => {},
    // The server has a root of its own, which is no file.
    urlToFilePath: (url) => (url.startsWith("file:") ? fileURLToPath(url) : "/"),
    isAbsolute: (name) => path.isAbsolute(name),
    cwd: () => folder,
    findConfigFile: () => undefined,
  },
  {
    onMessage: (message) => {
      if (message.method === "workspace/configuration")
        server.send({ jsonrpc: "2.0", id: message.id, result: message.params.items.map(() => ({ schema: { enabled: true, catalogs: [] } })) });
      else if (message.method === "textDocument/publishDiagnostics") said.push(message.params);
      else if (message.method === undefined && waiting.has(message.id)) waiting.get(message.id)(message);
      else if (message.id !== undefined) server.send({ jsonrpc: "2.0", id: message.id, result: null });
    },
  },
);
let rank = 0;
const ask = (method, params) =>
  new Promise((answer) => {
    rank += 1;
    waiting.set(rank, answer);
    server.send({ jsonrpc: "2.0", id: rank, method, params });
  });
const root = pathToFileURL(folder).href;
const capabilities = { workspace: { configuration: true }, textDocument: { completion: { completionItem: { snippetSupport: true } } } };
await ask("initialize", {
  processId: null, rootUri: root, capabilities, workspaceFolders: [{ uri: root, name: "dossier" }],
  initializationOptions: { configurationSection: "evenBetterToml" },
});
server.send({ jsonrpc: "2.0", method: "initialized", params: {} });
const text = readFileSync(file, "utf-8");
server.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "toml", version: 1, text } } });
await new Promise((done) => setTimeout(done, 2000));
const answers = [];
for (const [method, line, character] of JSON.parse(readFileSync(questions, "utf-8"))) {
  const { result, error } = await ask(`textDocument/${method}`, { textDocument: { uri }, position: { line, character } });
  answers.push(result ?? error ?? null);
}
console.log(JSON.stringify({ answers, said }));
process.exit(0);
