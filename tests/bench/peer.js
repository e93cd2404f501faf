// peer.js - ajv and js-yaml on the same files: what JavaScript takes to check records.
//
//	node peer.js SCHEMA FILE...
//
// It says of each file which values are wrong, and not where they stand.
"use strict";
const fs = require("fs");
const { createRequire } = require("module");
const need = createRequire(process.cwd() + "/");
const Ajv = need("ajv");
const yaml = need("js-yaml");

const validator = new Ajv({ allErrors: true, strict: false, validateFormats: false, logger: false });
const validate = validator.compile(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
let records = 0, faults = 0;

for (const path of process.argv.slice(3)) {
	const data = yaml.load(fs.readFileSync(path, "utf8"), { schema: yaml.CORE_SCHEMA });

	records += (data.milestones || []).length;
	if (!validate(data))
		faults += validate.errors.length;
}
console.error(`${records} records, ${faults} faults`);
process.exit(faults ? 1 : 0);
