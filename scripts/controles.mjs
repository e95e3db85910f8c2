#!/usr/bin/env node
/**
 * The type check and the lint of npm test in one go: both need the types of everything, and working those out is most of what they cost.
 * Tells what is wrong as `npm run typecheck` and `npm run lint` do, and one line for each.
 */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { regels } from '../eslint.config.js';
import { WORTEL } from './voorbereiden.mjs';

const tijd = () => ((performance.now() - begin) / 1000).toFixed(1);
const meld = (goed, naam) => {
  console.log(`${goed ? 'ok   ' : 'FOUT '} ${naam} (${tijd()} s)`);
  if (!goed) process.exitCode = 1;
};

let begin = performance.now();
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fout) => { throw new Error(ts.flattenDiagnosticMessageText(fout.messageText, '\n')); } };
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(join(WORTEL, 'tsconfig.json'), {}, host);
const program = ts.createProgram({ rootNames: fileNames, options });
const fouten = [...errors, ...ts.getPreEmitDiagnostics(program)];
if (fouten.length > 0) {
  console.log(ts.formatDiagnostics(fouten, { getCanonicalFileName: (naam) => naam, getCurrentDirectory: () => WORTEL, getNewLine: () => '\n' }));
}
meld(fouten.length === 0, 'typecontrole');

begin = performance.now();
const eslint = new ESLint({ cwd: WORTEL, overrideConfigFile: true, overrideConfig: regels({ programs: [program] }) });
const uitslagen = await eslint.lintFiles(['.']);
const tekst = await (await eslint.loadFormatter('stylish')).format(uitslagen);
if (tekst !== '') console.log(tekst);
meld(uitslagen.every(({ errorCount, warningCount }) => errorCount + warningCount === 0), 'lint');
