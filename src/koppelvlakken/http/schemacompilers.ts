/**
 * Schemas of routes compile when a route first needs them. All together they are a quarter of the work of a start, and most processes are
 * asked on a few routes only. Whether all of them compile is for a test to say.
 */
import { AjvCompiler } from '@fastify/ajv-compiler';
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';

export type Schemacompilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>;
interface Validator { (data: unknown): unknown; readonly errors?: unknown }
/** A compiler of either kind: of the schemas that routes share, then of one schema of a route. */
type Bouwer<F> = (gedeeld: unknown, opties: unknown) => (route: unknown) => F;

/** A function that is made at its first call. */
function luie<F extends (...argumenten: never[]) => unknown>(maak: () => F): { (...argumenten: Parameters<F>): ReturnType<F>; gemaakt(): F } {
  let functie: F | undefined;
  const gemaakt = (): F => functie ??= maak();
  return Object.assign((...argumenten: Parameters<F>) => gemaakt()(...argumenten) as ReturnType<F>, { gemaakt });
}

/** The compilers that Fastify itself uses, later. They leave header names as a schema has them, so those are written in lower case. */
export function luieCompilers(): Schemacompilers {
  const validators = AjvCompiler() as Bouwer<Validator>;
  const serializers = SerializerSelector() as Bouwer<(data: unknown) => string>;
  const buildValidator: Bouwer<Validator> = (gedeeld, opties) => {
    const compiler = luie(() => validators(gedeeld, opties));
    return (route) => {
      const validator = luie(() => compiler(route));
      // Fastify reads the errors of the last call from the function.
      return Object.defineProperty(validator, 'errors', { get: () => validator.gemaakt().errors });
    };
  };
  const buildSerializer: Bouwer<(data: unknown) => string> = (gedeeld, opties) => {
    const compiler = luie(() => serializers(gedeeld, opties));
    return (route) => luie(() => compiler(route));
  };
  return { buildValidator, buildSerializer } as unknown as Schemacompilers;
}
