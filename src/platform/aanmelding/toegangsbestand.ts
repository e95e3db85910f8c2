/** Which clients there are, which parties each acts for and what it may do: TOEGANG_BESTAND, read at the start and again on SIGHUP. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Document, LineCounter } from 'yaml';
import { laadAjv, laadYaml } from '../laatLaden.js';
import { SCOPES, type Scope } from '../aanvrager.js';

/** One client as the file has it. */
export interface Toegang {
  readonly partijen: ReadonlySet<string>;
  readonly scopes: ReadonlySet<Scope>;
  /** Own limits in place of those of the configuration. */
  readonly perMinuut: number | undefined;
  readonly gelijktijdig: number | undefined;
  /** Thumbprints (x5t#S256); when there are any, the client has to show one of these certificates. */
  readonly certificaten: ReadonlySet<string>;
}

export type Toegangen = ReadonlyMap<string, Toegang>;

/** What people at a screen may who are given this role by the issuer. */
export type Rol = Pick<Toegang, 'partijen' | 'scopes'>;

export type Rollen = ReadonlyMap<string, Rol>;

interface Bestand {
  readonly clienten: Readonly<Record<string, {
    readonly partijen: readonly string[]; readonly scopes: readonly Scope[]; readonly certificaat?: string | readonly string[];
    readonly limieten?: { readonly perMinuut?: number; readonly gelijktijdig?: number };
  }>>;
  readonly rollen?: Readonly<Record<string, { readonly partijen: readonly string[]; readonly scopes: readonly Scope[] }>>;
}

/** A file that cannot be used. Every error is on a line of its own: file, line, place and reason. */
export class ToegangFout extends Error {
  override readonly name = 'ToegangFout';
}

const GROOTSTE_BESTAND = 5_000_000;
const GETOOND = 20;
/** Names under which the gateway itself acts. */
const EIGEN_NAMEN = ['onbekend', 'beleid', 'gateway'];

const afdruk = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' } as const;
const PARTIJEN = { type: 'array', uniqueItems: true, items: { type: 'string', pattern: '^([0-9]{4}|[0-9]{8})$' } } as const;
const SCOPELIJST = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: SCOPES } } as const;
const SCHEMA = {
  type: 'object', required: ['clienten'], additionalProperties: false,
  properties: {
    rollen: {
      type: 'object', propertyNames: { minLength: 1, maxLength: 255 },
      additionalProperties: {
        type: 'object', required: ['partijen', 'scopes'], additionalProperties: false, properties: { partijen: PARTIJEN, scopes: SCOPELIJST },
      },
    },
    clienten: {
      type: 'object', propertyNames: { minLength: 1, maxLength: 255, not: { enum: EIGEN_NAMEN } },
      additionalProperties: {
        type: 'object', required: ['partijen', 'scopes'], additionalProperties: false,
        properties: {
          partijen: PARTIJEN, scopes: SCOPELIJST,
          certificaat: { type: ['string', 'array'], if: { type: 'string' }, then: afdruk, else: { minItems: 1, uniqueItems: true, items: afdruk } },
          limieten: {
            type: 'object', additionalProperties: false, minProperties: 1,
            properties: {
              perMinuut: { type: 'integer', minimum: 1, maximum: 1_000_000 }, gelijktijdig: { type: 'integer', minimum: 1, maximum: 10_000 },
            },
          },
        },
      },
    },
  },
};
let gemaakt: ValidateFunction<Bestand> | undefined;
/** Made at the first file: without AUTH there is none. */
function vormcontrole(): ValidateFunction<Bestand> {
  const { Ajv } = laadAjv();
  return gemaakt ??= new Ajv({ allErrors: true, verbose: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile<Bestand>(SCHEMA);
}

const SOORTEN: Readonly<Record<string, string>> = {
  string: 'een tekst', integer: 'een geheel getal', array: 'een lijst', object: 'een blok met sleutels', 'string,array': 'een tekst of een lijst',
};

/** What is wrong, in words; undefined for errors that only repeat another. */
function redenVan({ keyword, params, instancePath: pad, data }: ErrorObject): string | undefined {
  const gegeven = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'required': return `De sleutel ${String(gegeven['missingProperty'])} ontbreekt.`;
    case 'additionalProperties': return `De sleutel ${String(gegeven['additionalProperty'])} bestaat hier niet.`;
    case 'enum': return `De waarde is niet toegestaan. Mogelijk zijn: ${(gegeven['allowedValues'] as readonly string[]).join(', ')}.`;
    case 'type': {
      const soort = String(gegeven['type']);
      // Without quotes 0363 is the number 363.
      return `Hier hoort ${SOORTEN[soort] ?? soort}.${soort === 'string' && typeof data === 'number' ? ' Zet de code tussen aanhalingstekens.' : ''}`;
    }
    case 'pattern': return /\/partijen\//.test(pad) ? 'Een partij is een gemeentecode van vier cijfers of een AGB-code van acht.'
      : 'Een certificaat staat hier als SHA-256 in base64url: 43 tekens (x5t#S256).';
    case 'propertyNames': return `De naam ${String(gegeven['propertyName'])} kan niet: leeg, langer dan 255 tekens, of van de gateway zelf.`;
    case 'minItems': case 'minProperties': return 'Hier hoort ten minste een waarde.';
    case 'uniqueItems': return 'In de lijst staat iets twee keer.';
    case 'minimum': case 'maximum': return `Het getal moet ${keyword === 'minimum' ? 'minstens' : 'hoogstens'} ${String(gegeven['limit'])} zijn.`;
    // `if` and what is under propertyNames only repeat.
    default: return undefined;
  }
}

/** The line on which a place begins, or the nearest place above it that has one. */
function regelVan(document: Document, teller: LineCounter, pad: string): number | undefined {
  const { isCollection, isMap, isNode, isScalar } = laadYaml();
  let knoop: unknown = document.contents;
  let begin = isNode(knoop) ? knoop.range?.[0] : undefined;
  for (const deel of pad.split('/').slice(1).map((tekst) => tekst.replaceAll('~1', '/').replaceAll('~0', '~'))) {
    const paar = isMap(knoop) ? knoop.items.find(({ key }) => isScalar(key) && String(key.value) === deel) : undefined;
    knoop = paar === undefined ? isCollection(knoop) ? knoop.get(Number(deel), true) : undefined : paar.value;
    const plaats = paar?.key ?? knoop;
    if (!isNode(plaats)) break;
    begin = plaats.range?.[0] ?? begin;
  }
  return begin === undefined ? undefined : teller.linePos(begin).line;
}

interface Fout { readonly regel: number | undefined; readonly pad: string; readonly reden: string }

function meld(bestand: string, fouten: readonly Fout[]): never {
  const regels = fouten.slice(0, GETOOND).map(({ regel, pad, reden }) =>
    `${regel === undefined ? bestand : `${bestand}:${regel}`}${pad === '' ? '' : `, ${pad}`}: ${reden}`);
  const meer = fouten.length - regels.length;
  throw new ToegangFout([...regels, ...(meer > 0 ? [`En nog ${meer} ${meer === 1 ? 'fout' : 'fouten'}.`] : [])].join('\n'));
}

function alsLijst(waarde: string | readonly string[] | undefined): readonly string[] {
  return waarde === undefined ? [] : typeof waarde === 'string' ? [waarde] : waarde;
}

/** What the file says of clients alone. @throws ToegangFout with all errors */
export function leesToegang(tekst: string, bestand: string): Toegangen {
  return leesBestand(tekst, bestand).clienten;
}

/**
 * Reads what the file says.
 * @param bestand its name, for errors
 * @throws ToegangFout with all errors
 */
export function leesBestand(tekst: string, bestand: string): { readonly clienten: Toegangen; readonly rollen: Rollen } {
  const { LineCounter, parseDocument } = laadYaml();
  const teller = new LineCounter();
  const document = parseDocument(tekst, { lineCounter: teller });
  if (document.errors.length > 0) {
    meld(bestand, document.errors.map(({ linePos, code }) => ({
      regel: linePos?.[0].line, pad: '',
      reden: code === 'DUPLICATE_KEY' ? 'Deze sleutel staat er twee keer.'
        : 'Dit is geen geldige YAML. Kijk naar inspringing en aanhalingstekens.',
    })));
  }
  let inhoud: unknown;
  try {
    inhoud = document.toJS({ maxAliasCount: 100 });
  } catch {
    meld(bestand, [{ regel: undefined, pad: '', reden: 'Er wordt te vaak naar hetzelfde verwezen.' }]);
  }
  const geldig = vormcontrole();
  if (!geldig(inhoud)) {
    meld(bestand, (geldig.errors ?? []).flatMap((fout) => {
      const reden = redenVan(fout);
      const { instancePath: pad } = fout;
      return reden === undefined || fout.schemaPath.includes('/propertyNames/not') ? []
        : [{ regel: regelVan(document, teller, pad), pad, reden }];
    }));
  }
  const clienten = new Map(Object.entries(inhoud.clienten).map(([client, { partijen, scopes, certificaat, limieten }]) => [client, {
    partijen: new Set(partijen), scopes: new Set(scopes), certificaten: new Set(alsLijst(certificaat)),
    perMinuut: limieten?.perMinuut, gelijktijdig: limieten?.gelijktijdig,
  }]));
  const rollen = new Map(Object.entries(inhoud.rollen ?? {}).map(([rol, { partijen, scopes }]) => [rol, {
    partijen: new Set(partijen), scopes: new Set(scopes) }]));
  return { clienten, rollen };
}

export type Herlezing = { readonly gelukt: true } | { readonly gelukt: false; readonly melding: string };

export interface Toegangsbron {
  /** What holds now, for clients and for people. */
  huidig(): Toegangen;
  rollen(): Rollen;
  /** Reads the file again. What it says takes over as a whole, or not at all. */
  herlaad(): Herlezing;
}

/**
 * Reads the file for the first time.
 * @param metCertificaten whether clients are asked for certificates at all; if not, a client that has to show one could never come in
 * @throws ToegangFout
 */
export function openToegang(pad: string, metCertificaten: boolean): Toegangsbron {
  const bestand = basename(pad);
  const lees = (): ReturnType<typeof leesBestand> => {
    let tekst: string;
    try {
      if (statSync(pad).size > GROOTSTE_BESTAND) throw new Error('te groot');
      tekst = readFileSync(pad, 'utf8');
    } catch {
      throw new ToegangFout(`${pad}: Het bestand met toegang (TOEGANG_BESTAND) kan niet worden gelezen, of is groter dan 5 MB.`);
    }
    const gelezen = leesBestand(tekst, bestand);
    const [onhaalbaar] = [...gelezen.clienten].find(([, { certificaten }]) => certificaten.size > 0 && !metCertificaten) ?? [];
    if (onhaalbaar !== undefined) {
      throw new ToegangFout(`${bestand}, /clienten/${onhaalbaar}/certificaat: Zonder TLS_CLIENT_CA kan geen client een certificaat tonen.`);
    }
    return gelezen;
  };
  let huidig = lees();
  return {
    huidig: () => huidig.clienten,
    rollen: () => huidig.rollen,
    herlaad: () => {
      try {
        huidig = lees();
        return { gelukt: true };
      } catch (fout) {
        if (!(fout instanceof ToegangFout)) throw fout;
        return { gelukt: false, melding: `De oude toegang blijft gelden; de nieuwe is niet bruikbaar.\n${fout.message}` };
      }
    },
  };
}
