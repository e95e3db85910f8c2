/**
 * Agreed products and tariffs from the policy files in REGIO_DIR: what level 4 rules need to know. A gemeente without a file, or an
 * aanbieder without a contract in it, is not known, and what is not known rejects nothing (OP095).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Contractproduct } from '../standaard/regels/dossier.js';
import { REGIO_SCHEMA, type Contract, type Regio } from './schema.js';

/** A policy file that cannot be used; the message names file, place and reason. */
export class RegioFout extends Error {
  override readonly name = 'RegioFout';
}

export type Contracten = (gemeente: string, aanbieder: string) => ReadonlyMap<string, Contractproduct> | undefined;

const geldig = new Ajv({ allErrors: false }).compile<Regio>(REGIO_SCHEMA);

/** Checks one policy file. @throws RegioFout naming file, path and reason */
export function leesRegio(bestand: string, tekst: string): Regio {
  let inhoud: unknown;
  try {
    inhoud = parse(tekst, { maxAliasCount: 100 });
  } catch (fout) {
    throw new RegioFout(`${bestand} is geen geldige YAML: ${fout instanceof Error ? fout.message.split('\n')[0] ?? '' : ''}`);
  }
  if (!geldig(inhoud)) {
    const [fout] = geldig.errors ?? [];
    throw new RegioFout(`${bestand}, ${fout?.instancePath || '/'}: ${fout?.message ?? 'ongeldig'} ${JSON.stringify(fout?.params ?? {})}`);
  }
  const codes = new Set((inhoud.producten ?? []).map(({ code }) => code));
  if (codes.size !== (inhoud.producten ?? []).length) throw new RegioFout(`${bestand}, /producten: een productcode komt twee keer voor.`);
  for (const [i, { producten }] of (inhoud.contracten ?? []).entries()) {
    const onbekend = producten.find((code) => !codes.has(code));
    if (onbekend !== undefined) throw new RegioFout(`${bestand}, /contracten/${i}/producten: ${onbekend} staat niet in /producten.`);
  }
  return inhoud;
}

/** Loads every .yaml and .yml file of the folder. @throws RegioFout when a file cannot be used or two files claim one gemeente */
export function laadContracten(map: string | undefined): Contracten {
  if (map === undefined) return () => undefined;
  let namen: string[];
  try {
    namen = readdirSync(map).filter((naam) => /\.ya?ml$/i.test(naam)).sort();
  } catch {
    throw new RegioFout(`De map ${map} (REGIO_DIR) kan niet worden gelezen.`);
  }
  const perGemeente = new Map<string, { regio: Regio; perAanbieder: Map<string, ReadonlyMap<string, Contractproduct>> }>();
  for (const naam of namen) {
    const regio = leesRegio(naam, readFileSync(join(map, naam), 'utf8'));
    const perAanbieder = new Map((regio.contracten ?? []).map((contract) => [contract.aanbieder, productenVan(regio, contract)]));
    for (const gemeente of regio.gemeenten) {
      if (perGemeente.has(gemeente)) throw new RegioFout(`${naam}: gemeente ${gemeente} staat al in een ander bestand.`);
      perGemeente.set(gemeente, { regio, perAanbieder });
    }
  }
  return (gemeente, aanbieder) => perGemeente.get(gemeente)?.perAanbieder.get(aanbieder);
}

/** The products of one contract; a tariff of the contract goes before that of the catalogue. */
function productenVan(regio: Regio, contract: Contract): ReadonlyMap<string, Contractproduct> {
  const afgesproken = new Set(contract.producten);
  return new Map((regio.producten ?? []).filter(({ code }) => afgesproken.has(code)).map((product) => [product.code, {
    code: product.code, categorie: product.categorie, eenheid: product.eenheid, variant: product.variant,
    tarieven: (contract.tarieven?.[product.code] ?? product.tarieven ?? [])
      .map(({ vanaf, totEnMet, centen }) => ({ vanaf, totEnMet, centen })),
  }]));
}
