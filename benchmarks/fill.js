// Fills a template from records with one engine, as fill.py does: node fill.js ENGINE TEMPLATE RECORDS FOLDER [TIMES]
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");

// The packages stand where `make bench` puts them, not beside this file.
const installed = require("node:module").createRequire(path.join(__dirname, ".env", "node", "package.json"));

// Each engine is given the template, and gives back a function from a record to a document.
const engines = {
  docxtemplater(template) {
    const PizZip = installed("pizzip");
    const Docxtemplater = installed("docxtemplater");
    const content = fs.readFileSync(template);
    return (record) => {
      const document = new Docxtemplater(new PizZip(content), { paragraphLoop: true, linebreaks: true });
      document.render(record);
      return document.toBuffer();
    };
  },
  "easy-template-x"(template) {
    const { TemplateHandler } = installed("easy-template-x");
    const content = fs.readFileSync(template);
    const handler = new TemplateHandler();
    return (record) => handler.process(content, record);
  },
  carbone(template) {
    const render = require("node:util").promisify(installed("carbone").render);
    return (record) => render(template, record);
  },
};

function peakMegabytes() {
  const status = "/proc/self/status";
  if (!fs.existsSync(status)) return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+)/m.exec(fs.readFileSync(status, "ascii"))[1]) / 1024;
}

async function main(engine, template, records, folder, times = "1") {
  const fill = engines[engine](template);
  let documents = 0;
  const first = fs.readFileSync(records, "utf8").split("\n", 1)[0];
  fs.writeFileSync(path.join(folder, "0.docx"), await fill(JSON.parse(first)));
  const wall = performance.now();
  const cpu = process.cpuUsage();
  for (let time = 0; time < Number(times); time += 1) {
    const lines = readline.createInterface({ input: fs.createReadStream(records, "utf8"), crlfDelay: Infinity });
    for await (const line of lines) {
      documents += 1;
      fs.writeFileSync(path.join(folder, `${documents}.docx`), await fill(JSON.parse(line)));
    }
  }
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - wall) / 1000;
  console.log(JSON.stringify({ documents, seconds, cpu: (used.user + used.system) / 1e6, peak_mb: peakMegabytes() }));
}

main(...process.argv.slice(2)).then(
  () => process.exit(0),
  (error) => {
    console.error(error.properties ?? error);
    process.exit(1);
  },
);
