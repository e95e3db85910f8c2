#!/usr/bin/env node
/** The program `iwmo`. */
import { kanaalVan } from './omgeving.js';
import { voerUit } from './opdracht.js';

// A reader that stops early (`iwmo … | head`) closes the pipe; what is not delivered is no success.
for (const stroom of [process.stdout, process.stderr]) stroom.on('error', () => process.exit(2));

try {
  process.exitCode = await voerUit(process.argv.slice(2), {
    uit: kanaalVan(process.stdout), fout: kanaalVan(process.stderr), invoer: process.stdin, env: process.env,
  });
} catch (fout) {
  // The stack without the message: the message may quote a file.
  const stack = fout instanceof Error ? fout.stack ?? '' : '';
  const plaats = stack.split('\n').filter((regel) => regel.startsWith('    at ')).join('\n');
  process.stderr.write(`iwmo: onverwachte fout (${fout instanceof Error ? fout.name : typeof fout})\n${plaats}\n`);
  process.exitCode = 2;
}
