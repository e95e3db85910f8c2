/** How long each kind of data is kept (BEWAREN). Who keeps longer than the law or the purpose asks has something to explain. */
import { Temporal } from 'temporal-polyfill';
import { ConfigFout } from './configfout.js';

/** `inhoud`: the bytes of messages. `register`: everything about a person of whom nothing happened since. The rest is about the gateway itself. */
export const SOORTEN = ['inhoud', 'register', 'idempotentie', 'weigeringen', 'audit'] as const;
export type Bewaarsoort = (typeof SOORTEN)[number];

/** A whole number of days or months; absent: kept until somebody decides otherwise. */
export type Bewaartermijnen = Readonly<Partial<Record<Bewaarsoort, { readonly aantal: number; readonly eenheid: 'dagen' | 'maanden' }>>>;

/**
 * What nobody decides on gets a term here; how long messages and register are kept is for the municipality (Wmo 2015, article 5.3.4: in
 * principle fifteen years). NEN 7513 wants an audit trail kept for at least five years.
 */
const STANDAARD: Bewaartermijnen = {
  idempotentie: { aantal: 30, eenheid: 'dagen' }, weigeringen: { aantal: 12, eenheid: 'maanden' }, audit: { aantal: 60, eenheid: 'maanden' },
};

const DEEL = /^(\w+)=(?:(\d{1,4})(d|m)|altijd)$/;

/** Reads `inhoud=180m,audit=60m,weigeringen=altijd`. @throws ConfigFout naming the part that cannot be read */
export function leesBewaartermijnen(tekst: string | undefined): Bewaartermijnen {
  const termijnen: Partial<Record<Bewaarsoort, { aantal: number; eenheid: 'dagen' | 'maanden' }>> = { ...STANDAARD };
  for (const deel of (tekst ?? '').split(',').map((een) => een.trim()).filter((een) => een !== '')) {
    const [, naam = '', aantal, eenheid] = DEEL.exec(deel) ?? [];
    const soort = SOORTEN.find((een) => een === naam);
    if (soort === undefined || aantal === '0') {
      throw new ConfigFout(`BEWAREN: ${JSON.stringify(deel.slice(0, 60))} is niet te lezen. Schrijf SOORT=180m (maanden), SOORT=30d (dagen) of `
        + `SOORT=altijd, met komma's ertussen; soorten: ${SOORTEN.join(', ')}.`);
    }
    if (aantal === undefined) delete termijnen[soort];
    else termijnen[soort] = { aantal: Number(aantal), eenheid: eenheid === 'd' ? 'dagen' : 'maanden' };
  }
  return termijnen;
}

/** The last day that has passed: what is from before this day may go. */
export function grensVan(vandaag: string, { aantal, eenheid }: NonNullable<Bewaartermijnen[Bewaarsoort]>): string {
  return Temporal.PlainDate.from(vandaag).subtract(eenheid === 'dagen' ? { days: aantal } : { months: aantal }).toString();
}
