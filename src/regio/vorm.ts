/** Whether a policy file has the shape of the schema, with errors that say in Dutch what to do about them. */
import type { ErrorObject, ValidateFunction } from 'ajv';
import { laadAjv } from '../platform/laatLaden.js';
import { codelijstVan, GEMEENTELIJSTEN, type Typenaam } from '../standaard/codelijsten/index.js';
import { isDatum } from '../standaard/datum.js';
import type { Beleidsbestand } from './beleidsbestand.js';
import { bedoelt, type Beleidsfout } from './fouten.js';
import { BELEID_SCHEMA } from './schema.js';

/** An error without the file that it is in. */
export type Plaatsfout = Omit<Beleidsfout, 'bestand' | 'regelnummer'>;

let gemaakt: ValidateFunction<Beleidsbestand> | undefined;

/** Made at the first policy file: a process that reads none need not wait for it when it starts. */
function vormcontrole(): ValidateFunction<Beleidsbestand> {
  if (gemaakt !== undefined) return gemaakt;
  const { Ajv } = laadAjv();
  const ajv = new Ajv({ allErrors: true, verbose: true, discriminator: true, strict: true, strictRequired: false });
  ajv.addFormat('datum', { type: 'string', validate: (tekst: string) => tekst.length === 10 && isDatum(tekst) });
  gemaakt = ajv.compile<Beleidsbestand>(BELEID_SCHEMA);
  return gemaakt;
}

const SOORTEN: Readonly<Record<string, string>> = {
  string: 'een tekst', integer: 'een geheel getal', boolean: 'true of false', array: 'een lijst', object: 'een blok met sleutels',
};

/** Keys whose values are codes of the standard. */
const CODELIJST: Readonly<Record<string, Typenaam>> = {
  eenheid: 'LDT_Eenheid', frequenties: 'LDT_Frequentie', categorie: 'LDT_ProductCategorie', reden: 'LDT_RedenAfwijzingVerzoek',
};

/** Checks the shape. All errors are told, not only the first. */
export function controleerVorm(inhoud: unknown): { readonly inhoud: Beleidsbestand } | { readonly fouten: readonly Plaatsfout[] } {
  const geldig = vormcontrole();
  if (geldig(inhoud)) return { inhoud };
  return { fouten: (geldig.errors ?? []).flatMap((fout) => uitleg(fout) ?? []) };
}

/** Codes of the standard are explained, so that a wrong one can be put right without looking it up. */
function mogelijkheden(waarden: readonly unknown[], pad: string): string {
  const sleutel = pad.split('/').findLast((deel) => !/^\d+$/.test(deel)) ?? '';
  const lijst = CODELIJST[sleutel];
  const codes = lijst === undefined ? undefined : codelijstVan(lijst)?.codes;
  return waarden.map((waarde) => {
    const betekenis = codes?.get(String(waarde));
    return betekenis === undefined ? String(waarde) : `${String(waarde)} (${betekenis})`;
  }).join(', ');
}

function suggestieSoort(gezocht: string, waarde: unknown): string | undefined {
  if (waarde === null || waarde === undefined) return 'Vul een waarde in of laat de sleutel weg.';
  if (gezocht === 'string' && typeof waarde !== 'object') return 'Zet de waarde tussen aanhalingstekens, bijvoorbeeld \'0268\'.';
  if (gezocht === 'array') return 'Zet elk onderdeel op een eigen regel met een streepje ervoor, of gebruik [a, b].';
  if (gezocht === 'boolean' && typeof waarde === 'string') return 'Schrijf true of false, zonder aanhalingstekens.';
  if (gezocht === 'integer' && typeof waarde === 'number') return 'Bedragen zijn in hele centen: 1,50 euro is 150.';
  if (gezocht === 'integer' && typeof waarde === 'string') return 'Schrijf het getal zonder aanhalingstekens.';
  return undefined;
}

function suggestiePatroon(pad: string, waarde: unknown): string | undefined {
  if (/^\/gemeenten\/\d+$/.test(pad)) {
    const gezocht = String(waarde).toLowerCase();
    const gemeenten = GEMEENTELIJSTEN.flatMap(({ provincies }) => Object.values(provincies).flat());
    const regel = gemeenten.find((een) => een.slice(5).toLowerCase() === gezocht);
    if (regel === undefined) return 'Gebruik de viercijferige code van het CBS, bijvoorbeeld \'0268\'.';
    return `De code van ${regel.slice(5)} is '${regel.slice(0, 4)}'.`;
  }
  if (/\/aanbieders?(\/\d+)?$/.test(pad)) return 'Een AGB-code heeft acht cijfers; zet er nullen voor als dat nodig is.';
  if (/\/(regel|signaal|termijn|code|groep)$/.test(pad)) return 'Gebruik letters, cijfers en streepjes, zonder spaties.';
  return undefined;
}

/** One error of the validator; undefined for those that only repeat another. */
function uitleg(fout: ErrorObject): Plaatsfout | undefined {
  const { instancePath: pad, keyword, data } = fout;
  const params = fout.params as Readonly<Record<string, unknown>>;
  const met = (plaats: string, reden: string, suggestie?: string): Plaatsfout =>
    ({ pad: plaats, reden, ...(suggestie === undefined ? {} : { suggestie }) });
  switch (keyword) {
    case 'required': return met(pad, `De sleutel ${String(params['missingProperty'])} ontbreekt.`);
    case 'additionalProperties': {
      const sleutel = String(params['additionalProperty']);
      const bekend = Object.keys((fout.parentSchema as { properties?: object } | undefined)?.properties ?? {});
      const naast = `${pad}/${sleutel.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return met(naast, `De sleutel ${sleutel} bestaat hier niet.`, bedoelt(sleutel, bekend) ?? `Mogelijk zijn: ${bekend.join(', ')}.`);
    }
    case 'enum': {
      const waarden = params['allowedValues'] as readonly unknown[];
      return met(pad, `De waarde is niet toegestaan. Mogelijk zijn: ${mogelijkheden(waarden, pad)}.`, bedoelt(String(data), waarden.map(String)));
    }
    case 'type': {
      const gezocht = String(params['type']);
      return met(pad, `Hier hoort ${SOORTEN[gezocht] ?? gezocht}.`, suggestieSoort(gezocht, data));
    }
    case 'discriminator': {
      const sleutel = String(params['tag']);
      const takken = (fout.parentSchema as { oneOf?: readonly { properties: Record<string, { enum: string[] }> }[] } | undefined)?.oneOf ?? [];
      const waarden = takken.flatMap(({ properties }) => properties[sleutel]?.enum ?? []);
      const gekozen = params['tagValue'];
      if (gekozen === undefined) return undefined;
      return met(`${pad}/${sleutel}`, `De waarde is niet toegestaan. Mogelijk zijn: ${waarden.join(', ')}.`, bedoelt(String(gekozen), waarden));
    }
    case 'pattern': return met(pad, 'De waarde heeft niet de goede vorm.', suggestiePatroon(pad, data));
    case 'format': return met(pad, 'Dit is geen bestaande datum in de vorm JJJJ-MM-DD.');
    case 'minItems': return met(pad, 'De lijst is leeg.', 'Noem er ten minste een.');
    case 'uniqueItems': return met(pad, 'In de lijst staat iets twee keer.');
    case 'minLength': return met(pad, `De tekst is te kort (minstens ${String(params['limit'])}).`);
    case 'maxLength': return met(pad, `De tekst is te lang (hoogstens ${String(params['limit'])} tekens).`);
    case 'minimum': return met(pad, `Het getal is te klein (minstens ${String(params['limit'])}).`);
    case 'maximum': return met(pad, `Het getal is te groot (hoogstens ${String(params['limit'])}).`);
    default: return met(pad, `De waarde is niet toegestaan (${keyword}).`);
  }
}
