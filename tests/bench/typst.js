// typst.js - typesets one file with Typst's compiler, for tests/bench/typeset.
//
//     node typst.js FONTS BOOK.typ BOOK.pdf
const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const [fonts, book, output] = process.argv.slice(2);
const fetched = createRequire(path.join(process.cwd(), "here.js"));
const { NodeCompiler } = fetched("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({
	workspace: path.dirname(path.resolve(book)),
	fontArgs: [{ fontPaths: [fonts] }],
});
const made = compiler.compile({ mainFilePath: path.resolve(book) });

if (!made.result) {
	console.error("Typst could not set the book");
	process.exit(1);
}
fs.writeFileSync(output, compiler.pdf(made.result));
