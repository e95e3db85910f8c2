/** The JSON Schema of a policy file. Which products and groups exist, and what may go together, is for controle.ts. */
import { EENHEID, FREQUENTIE, PRODUCTCATEGORIE, REDEN_AFWIJZING_VERZOEK } from '../standaard/codelijsten/product.js';
import { AFHANDELINGEN, GEBEURTENISSEN } from './beleidsbestand.js';

/** Largest volume and amount that a message can hold. */
const HOOGSTE = 99_999_999;

const tekst = { type: 'string', pattern: '\\S', maxLength: 2000 } as const;
const naam = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$', maxLength: 60 } as const;
const datum = { type: 'string', format: 'datum' } as const;
const productcode = { type: 'string', pattern: '\\S', minLength: 1, maxLength: 5 } as const;
const agb = { type: 'string', pattern: '^[0-9]{8}$' } as const;
const telling = { type: 'integer', minimum: 0, maximum: HOOGSTE } as const;
const keuze = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '\\S', maxLength: 60 } } as const;
const eenheid = { type: 'string', enum: [...EENHEID.codes.keys()] };
const geldigheid = { vanaf: datum, totEnMet: datum } as const;
const via = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: ['WMO315', 'WMO317', 'toegang'] } } as const;
const dan = { type: 'string', enum: ['toewijzen', 'onderzoek', 'wachten'] } as const;
const percentage = { type: 'integer', minimum: 0, maximum: 100 } as const;

/** An object with these keys and no others. */
function object(verplicht: readonly string[], properties: Readonly<Record<string, unknown>>) {
  return { type: 'object', required: [...verplicht], additionalProperties: false, properties };
}
const lijst = (items: unknown) => ({ type: 'array', items });

/** One of several kinds of object, told apart by one key, so that an error names the kind that was meant. */
function soorten(propertyName: string, ...oneOf: readonly unknown[]) {
  return { type: 'object', required: [propertyName], discriminator: { propertyName }, oneOf };
}

const anders = soorten('uitkomst',
  object(['uitkomst', 'reden'], {
    uitkomst: { type: 'string', enum: ['afwijzen'] }, reden: { type: 'string', enum: [...REDEN_AFWIJZING_VERZOEK.codes.keys()] }, melding: tekst,
  }),
  object(['uitkomst'], { uitkomst: { type: 'string', enum: ['onderzoek', 'wachten'] }, melding: tekst }));

const tarieven = lijst(object(['vanaf', 'centen'], { ...geldigheid, centen: telling }));

const product = object(['code', 'categorie'], {
  ...geldigheid, code: productcode, categorie: { type: 'string', enum: [...PRODUCTCATEGORIE.codes.keys()] }, naam: tekst, eenheid,
  frequenties: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: [...FREQUENTIE.codes.keys()] } },
  variant: { type: 'string', enum: ['inspanning', 'output', 'taak'] }, tarieven, groep: naam,
  gewicht: { type: 'string', enum: ['licht', 'middel', 'zwaar'] }, opvolger: productcode, fictief: { type: 'boolean' },
});

const contract = object(['aanbieder', 'producten'], {
  ...geldigheid, aanbieder: agb, producten: keuze, tarieven: { type: 'object', additionalProperties: tarieven }, fictief: { type: 'boolean' },
});

const schaalroute = object(['via', 'dan'], { via, dan, anders });

const schaal = object(['groepen', 'opTussenGroepen', 'afTussenGroepen', 'binnenGroepMet315'], {
  groepen: { type: 'array', minItems: 1, uniqueItems: true, items: naam }, opTussenGroepen: schaalroute, afTussenGroepen: schaalroute,
  binnenGroepMet315: { type: 'string', enum: ['aan', 'uit'] },
});

function voorwaarde(soort: readonly string[], verplicht: readonly string[], eigen: Readonly<Record<string, unknown>>) {
  return object(['regel', 'soort', 'voor', 'anders', ...verplicht],
    { ...geldigheid, regel: naam, soort: { type: 'string', enum: soort }, voor: keuze, via, anders, ...eigen });
}

const voorwaarden = soorten('soort',
  voorwaarde(['vereist'], ['naast', 'periode', 'aanbieder'], {
    naast: keuze, periode: { type: 'string', enum: ['overlapt', 'omvat'] }, aanbieder: { type: 'string', enum: ['zelfde', 'elke'] },
    gestart: { type: 'string', enum: ['ja', 'nee'] },
  }),
  voorwaarde(['nietSamen'], ['met'], {
    met: keuze, toets: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', enum: ['toewijzing', 'declaratie'] } },
  }),
  voorwaarde(['maximum', 'minimum'], ['volume', 'eenheid', 'per'], {
    volume: { ...telling, minimum: 1 }, eenheid, per: { type: 'string', enum: ['week', 'maand', 'jaar'] },
  }),
  voorwaarde(['crediteren'], [], {}));

const gebeurtenis = { type: 'string', enum: [...GEBEURTENISSEN] };

const termijn = object(['termijn', 'gebeurtenis', 'gevolg', 'grens', 'wie'], {
  termijn: naam, voor: keuze, gebeurtenis, gevolg: gebeurtenis,
  grens: object(['aantal', 'eenheid'], {
    aantal: { type: 'integer', minimum: 0, maximum: 1000 }, eenheid: { type: 'string', enum: ['werkdagen', 'dagen', 'weken', 'maanden'] },
  }),
  moment: { type: 'string', enum: ['na', 'voor'] }, toelichting: tekst,
  wie: { type: 'string', enum: ['aanbieder', 'gemeente', 'toegang', 'backoffice'] },
});

const betaling = object(['regel'], {
  regel: naam, voor: keuze, startVereist: { type: 'boolean' }, indienenBinnenMaanden: { type: 'integer', minimum: 0, maximum: 120 },
  totaalbudget: { type: 'boolean' },
});

const signaal = soorten('soort',
  object(['signaal', 'soort', 'deel', 'geheel', 'meet'], {
    signaal: naam, soort: { type: 'string', enum: ['mix'] }, melding: tekst, deel: keuze, geheel: keuze,
    meet: { type: 'string', enum: ['bedrag', 'volume'] }, hoogstens: percentage, minstens: percentage,
    aanbieders: { type: 'array', minItems: 1, uniqueItems: true, items: agb },
  }),
  object(['signaal', 'soort', 'voor', 'per', 'maximum'], {
    signaal: naam, soort: { type: 'string', enum: ['jaarmaximum'] }, melding: tekst, voor: keuze,
    per: { type: 'string', enum: ['client', 'aanbieder', 'gemeente'] }, maximum: { ...telling, maximum: Number.MAX_SAFE_INTEGER }, eenheid,
  }));

export const BELEID_SCHEMA = object(['regio', 'gemeenten'], {
  regio: tekst, gemeenten: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', pattern: '^[0-9]{4}$' } }, toelichting: tekst,
  groepen: lijst(object(['code'], { code: naam, naam: tekst })),
  producten: lijst(product), contracten: lijst(contract),
  aanvraagroutes: lijst(object(['voor', 'via', 'dan'], { ...geldigheid, voor: keuze, via, dan, anders })),
  schalen: lijst(schaal), voorwaarden: lijst(voorwaarden), termijnen: lijst(termijn), betaling: lijst(betaling), signalen: lijst(signaal),
  afhandeling: object([], Object.fromEntries(AFHANDELINGEN.map((wat) => [wat, anders]))),
});
