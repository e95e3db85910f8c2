/** Schemas of routes compile at first use, so whether all of them compile is said here. */
import Fastify, { type FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { maakApp } from '../../../src/koppelvlakken/http/app.js';
import type { Gateway } from '../../../src/koppelvlakken/http/gateway.js';
import { luieCompilers } from '../../../src/koppelvlakken/http/schemacompilers.js';

const BOUW = {
  aanmelder: undefined, limieten: { perMinuut: undefined, gelijktijdig: undefined }, redisUrl: undefined,
  deur: { verbindingen: 1, koppenS: 10, aanvraagS: 10 }, tls: undefined,
};

it('elk schema van elke route compileert', async () => {
  // Nothing is asked of this application, so there is nothing behind its door.
  const app = await maakApp({ metingen: { register: new Registry() }, ontvanger: {}, beoordelaar: {}, beslisser: {} } as Gateway, BOUW, {});
  expect(app.hasRoute({ method: 'POST', url: '/v1/berichten' })).toBe(true);
  await app.close();
});

describe('laat gecompileerd', () => {
  const maak = async (compilers: ReturnType<typeof luieCompilers>, metFout = false): Promise<FastifyInstance> => {
    const app = Fastify({
      schemaController: { compilersFactory: compilers }, ajv: { customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: true } },
    });
    app.addSchema({ $id: 'Aantal', type: 'integer', minimum: 1 });
    app.setErrorHandler(async (fout, _vraag, antwoord) => {
      const { validation, validationContext } = fout as { validation?: unknown; validationContext?: string };
      return antwoord.code(400).send({ waar: validationContext, validation });
    });
    app.post('/a/:id', {
      schema: {
        params: { type: 'object', properties: { id: { type: 'integer' } } },
        headers: { type: 'object', properties: { kop: { type: 'string', maxLength: 3 } } },
        querystring: { type: 'object', additionalProperties: false, properties: { limiet: { type: 'integer', default: 5 } } },
        body: { type: 'object', required: ['aantal'], properties: { aantal: { $ref: 'Aantal#' } } },
        response: { 200: { type: 'object', properties: { limiet: { type: 'integer' }, id: { type: 'integer' }, aantal: { $ref: 'Aantal#' } } } },
      },
    }, async ({ body, params, query }) => ({ ...body as object, ...params as object, ...query as object, geheim: true }));
    if (metFout) app.get('/fout', { schema: { response: { 200: { $ref: 'Onbekend#' } } } }, async () => ({}));
    return app;
  };
  const VRAGEN = [
    { url: '/a/1', payload: { aantal: '2' } }, { url: '/a/1?limiet=7', payload: { aantal: 2 }, headers: { Kop: 'abc' } }, { url: '/a/x', payload: { aantal: 2 } },
    { url: '/a/1?onbekend=1', payload: { aantal: 2 } }, { url: '/a/1', payload: { aantal: 2 }, headers: { Kop: 'abcd' } }, { url: '/a/1', payload: {} },
    { url: '/a/1', payload: { aantal: 0 } }, { url: '/a/1', payload: { aantal: 3 } }];

  it('doet een route hetzelfde als vooraf gecompileerd: standaardwaarden, omzetten, weigeren met dezelfde fouten, weglaten', async () => {
    const [laat, vooraf] = await Promise.all([maak(luieCompilers()), maak({})]);
    const antwoorden = async (app: FastifyInstance): Promise<[number, Record<string, unknown>][]> => {
      const gekregen: [number, Record<string, unknown>][] = [];
      for (const vraag of VRAGEN) {
        const antwoord = await app.inject({ method: 'POST', ...vraag });
        gekregen.push([antwoord.statusCode, antwoord.json<Record<string, unknown>>()]);
      }
      return gekregen;
    };
    const gekregen = await antwoorden(laat);
    expect(gekregen).toEqual(await antwoorden(vooraf));
    expect(gekregen.map(([status, { waar, validation }]) => [status, waar, (validation as { keyword: string }[] | undefined)?.map(({ keyword }) => keyword)])).toEqual([
      [200, undefined, undefined], [200, undefined, undefined], [400, 'params', ['type']], [400, 'querystring', ['additionalProperties']],
      [400, 'headers', ['maxLength']], [400, 'body', ['required']], [400, 'body', ['minimum']], [200, undefined, undefined]]);
    expect(gekregen[0]?.[1]).toEqual({ limiet: 5, id: 1, aantal: 2 });
    await Promise.all([laat.close(), vooraf.close()]);
  });

  it('een schema dat niet compileert houdt de start niet tegen; vooraf gecompileerd wel', async () => {
    await expect((await maak({}, true)).ready()).rejects.toThrow(/Onbekend/);
    const laat = await maak(luieCompilers(), true);
    await laat.ready();
    expect((await laat.inject('/fout')).statusCode).toBe(400);
    await laat.close();
  });
});
