/** JSON schemas of payable lines, the client contribution, production and signals. */
import { HOOGSTENS_GETELD } from '../../gemeente/afkeuringen.js';
import { basis } from '../../standaard/berichten/gegenereerd/index.js';
import { AANBIEDER, BSN, GEMEENTE, PRODUCT } from './toewijzingschemas.js';

const tekst = { type: 'string' } as const;
const dag = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const centen = { type: 'integer', description: 'Hele eurocenten; negatief bij een credit' } as const;
const vanaf = { ...dag, description: 'ProductPeriode.Begindatum op of na deze datum' } as const;
const tot = { ...dag, description: 'ProductPeriode.Begindatum voor deze datum' } as const;
const bladeren = { limiet: { type: 'integer', minimum: 1, maximum: 1000, default: 100 }, cursor: { type: 'string', maxLength: 300 } } as const;
const nummer = { type: 'integer' } as const;

function vraag<P extends Record<string, unknown>>(properties: P) {
  return { type: 'object', required: ['gemeente'], additionalProperties: false, properties: { gemeente: GEMEENTE, ...properties } } as const;
}

function lijst<I>(items: I) {
  return {
    type: 'object', required: ['items'],
    properties: { items: { type: 'array', items }, volgende: { ...tekst, description: 'Cursor van de volgende bladzijde; ontbreekt op de laatste' } },
  } as const;
}

export const REGELVRAAG = vraag({ vanaf, tot, ...bladeren });
export const SIGNAALVRAAG = vraag({
  vanaf, tot, ...bladeren, zonder: { enum: ['clienten'], description: 'Laat signalen per client weg: de andere volgen uit sommen per maand' } });
export const MIXVRAAG = vraag({ vanaf, tot });
export const AFKEURVRAAG = vraag({
  vanaf: { ...dag, description: 'Ontvangen op of na deze datum' }, tot: { ...dag, description: 'Ontvangen voor deze datum' } });
export const BIJDRAGEVRAAG = vraag({
  vanaf: { ...tekst, maxLength: 40, description: 'Bericht ontvangen op of na deze datum of dit tijdstip' }, ...bladeren });
export const PRODUCTIEVRAAG = vraag({
  vanaf, tot,
  per: { ...tekst, default: 'product,aanbieder,maand', pattern: '^(product|aanbieder|maand)(,(product|aanbieder|maand)){0,2}$',
    description: 'Waarnaar de cijfers zijn uitgesplitst: een of meer van product, aanbieder en maand' },
  zonder: { ...tekst, pattern: '^(clienten|schalingen)(,(clienten|schalingen))?$',
    description: 'Wat u niet nodig hebt. Zonder clienten komt een periode van hele maanden uit de sommen per maand, veel sneller' },
});

export const BETAALREGELS = lijst({
  type: 'object',
  required: ['referentieNummer', 'aanbieder', 'toewijzingNummer', 'product', 'periode', 'volume', 'eenheid', 'bedrag', 'debetCredit', 'betaalbaar'],
  properties: {
    referentieNummer: tekst, vorigReferentieNummer: tekst, aanbieder: AANBIEDER, toewijzingNummer: nummer, product: PRODUCT,
    periode: { type: 'object', properties: { begindatum: tekst, einddatum: tekst } },
    volume: { type: 'integer', description: 'Negatief bij een credit' }, eenheid: { enum: basis.LDT_Eenheid.waarden },
    tarief: { type: 'integer', description: 'Eurocent per eenheid' }, bedrag: centen, debetCredit: { enum: ['D', 'C'] },
    dagtekening: tekst, bericht: { type: 'object', properties: { id: tekst, href: tekst } },
    betaalbaar: { type: 'boolean' },
    reden: { ...tekst, description: 'Waarom de regel volgens het beleid nog niet wordt betaald; alleen als betaalbaar onwaar is' },
    regels: { type: 'array', items: tekst, description: 'Namen van die regels in het beleidsbestand' },
  },
});

export const BIJDRAGEN = lijst({
  type: 'object', required: ['aanbieder', 'bsn', 'perioden', 'tijdelijkeStops', 'gewijzigdOp'],
  properties: {
    toewijzingNummer: nummer, aanbieder: AANBIEDER, bsn: { ...BSN, description: 'Nodig voor het signaal aan het CAK' }, product: PRODUCT,
    startdatum: { ...tekst, description: 'Eerste Begindatum; ontbreekt als de start is verwijderd' },
    stopdatum: { ...tekst, description: 'Einddatum van de definitieve stop; ontbreekt zolang er wordt geleverd' }, redenBeeindiging: tekst,
    perioden: {
      type: 'array', description: 'Elke periode tussen een start en een definitieve stop',
      items: { type: 'object', properties: { startdatum: tekst, stopdatum: tekst, redenBeeindiging: tekst } },
    },
    tijdelijkeStops: { type: 'array', items: { type: 'object', properties: { stopdatum: tekst, hervatOp: tekst } } },
    gewijzigdOp: { type: 'string', format: 'date-time' },
  },
});

const procent = { type: 'number', description: 'Procenten, één decimaal; ontbreekt als er niets was om van te groeien' } as const;

export const PRODUCTIE = {
  type: 'object', required: ['items', 'totaal'],
  properties: {
    items: {
      type: 'array',
      items: {
        type: 'object', required: ['volume', 'bedrag', 'opgeschaald', 'afgeschaald'],
        properties: {
          maand: { ...tekst, description: 'JJJJ-MM' }, aanbieder: AANBIEDER, product: PRODUCT, eenheid: tekst,
          volume: { type: 'integer' }, bedrag: centen, clienten: { type: 'integer', description: 'Ontbreekt met zonder=clienten' },
          vorige: { type: 'object', description: 'De periode ervoor', properties: { volume: { type: 'integer' }, bedrag: centen } },
          groei: { type: 'object', properties: { volume: procent, bedrag: procent } },
          opgeschaald: { type: 'integer' }, afgeschaald: { type: 'integer' },
        },
      },
    },
    totaal: { type: 'object', properties: { bedrag: centen, opgeschaald: { type: 'integer' }, afgeschaald: { type: 'integer' } } },
  },
} as const;

export const SIGNALEN = lijst({
  type: 'object', required: ['signaal', 'soort', 'stand', 'periode', 'waarde', 'grens', 'melding'],
  properties: {
    signaal: { ...tekst, description: 'Naam in het beleidsbestand' }, soort: { enum: ['mix', 'jaarmaximum'] },
    stand: { enum: ['overschreden', 'bijna'] }, periode: { ...tekst, description: 'JJJJ-MM of JJJJ' }, aanbieder: AANBIEDER,
    toewijzingen: { type: 'array', items: nummer, description: 'Toewijzingen van de client om wie het gaat' },
    waarde: { type: 'number', description: 'Procenten bij een mix, anders eurocenten of volume' }, grens: { type: 'number' },
    kant: { enum: ['boven', 'onder'] }, eenheid: tekst, melding: tekst,
  },
});

export const MIX = lijst({
  type: 'object', required: ['signaal', 'meet', 'aanbieder', 'deel', 'geheel', 'aandeel', 'binnen'],
  properties: {
    signaal: { ...tekst, description: 'Naam in het beleidsbestand' }, meet: { enum: ['bedrag', 'volume'] }, aanbieder: AANBIEDER,
    deel: { type: 'integer', description: 'Eurocenten, of volume met tijd in minuten' }, geheel: { type: 'integer' },
    aandeel: { type: 'number', description: 'Procenten, één decimaal' }, hoogstens: { type: 'number' }, minstens: { type: 'number' },
    binnen: { type: 'boolean', description: 'Of het aandeel over de hele periode binnen de afspraak is' },
  },
});

export const AFKEURINGEN = lijst({
  type: 'object', required: ['retourcode', 'aantal'],
  properties: { retourcode: tekst, aantal: { type: 'integer', description: `Berichten; er wordt niet verder geteld dan ${HOOGSTENS_GETELD}` } },
});
