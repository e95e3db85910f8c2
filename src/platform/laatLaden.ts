/** Packages of which most processes never need anything: loaded by whoever first does, so that a start does not wait for a hundred files. */
import { createRequire } from 'node:module';
import type * as ajv from 'ajv';
import type * as yaml from 'yaml';

const laad = createRequire(import.meta.url);

export const laadYaml = (): typeof yaml => laad('yaml') as typeof yaml;
export const laadAjv = (): typeof ajv => laad('ajv') as typeof ajv;
