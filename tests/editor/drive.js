// drive.js - asks yaml-language-server, as an editor does, what it makes of a file.
//
//     node drive.js SCHEMA <QUESTIONS >ANSWERS
//
// Questions are a JSON list of {text, line, character, ask}; ask is "complete", "hover"
// or "validate".  Lines and characters count from 0.  The answers are what is
// inserted by label, the words shown, or a list of {line, message}.

'use strict';

const fs = require('fs');
const { pathToFileURL } = require('url');
const { getLanguageService } = require('yaml-language-server');
const { TextDocument } = require('vscode-languageserver-textdocument');

const schema = pathToFileURL(process.argv[2]).href;

function serviceOpen() {
  const service = getLanguageService({
    schemaRequestService: async () => fs.readFileSync(process.argv[2], 'utf8'),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send() {}, sendError() {}, sendTrack() {} },
    yamlSettings: { documents: [] },
    clientCapabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  service.configure({
    completion: true,
    hover: true,
    validate: true,
    customTags: [],
    yamlVersion: '1.2',
    schemas: [{ uri: schema, fileMatch: ['*.yaml'] }],
  });
  return service;
}

async function answer(service, question, number) {
  const file = TextDocument.create(`file:///question-${number}.yaml`, 'yaml', 1, question.text);
  const place = { line: question.line, character: question.character };
  if (question.ask === 'complete') {
    const found = await service.doComplete(file, place, false);
    return Object.fromEntries(found.items.map((item) => [item.label, item.insertText]));
  }
  if (question.ask === 'hover') {
    const found = await service.doHover(file, place);
    return found ? [].concat(found.contents).map((part) => part.value || part).join('\n') : '';
  }
  const found = await service.doValidation(file, false);
  return found.map((one) => ({ line: one.range.start.line, message: one.message }));
}

async function main() {
  const service = serviceOpen();
  const questions = JSON.parse(fs.readFileSync(0, 'utf8'));
  const answers = [];
  for (const [number, question] of questions.entries()) {
    answers.push(await answer(service, question, number));
  }
  process.stdout.write(JSON.stringify(answers));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
