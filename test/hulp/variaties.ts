/** Messages made from the examples by replacing parts, so that a test shows only what it is about. */
import type {
  WMO301, WMO305, WMO307, WMO315, WMO317, WMO323, WMO325,
} from '../../src/standaard/berichten/gegenereerd/index.js';
import { BSN, wmo301, wmo305, wmo307, wmo315, wmo317, wmo323, wmo325 } from './voorbeelden.js';

/** The only element of a list in an example. */
export function enige<T>(lijst: readonly T[] | undefined): T {
  if (lijst?.length !== 1) throw new Error('het voorbeeld heeft niet precies een element');
  return lijst[0] as T;
}

/** A copy of an element without some of its optional parts. */
export function zonder<T extends object, K extends keyof T>(element: T, ...delen: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(element).filter(([naam]) => !delen.includes(naam as K))) as Omit<T, K>;
}

export const contact: WMO301.Contact = enige(wmo301.Client.Contactgegevens);
export const toegewezenProduct: WMO301.ToegewezenProduct = enige(wmo301.Client.ToegewezenProducten);
export const startProduct: WMO305.StartProduct = enige(wmo305.Client.StartProducten);
export const stopProduct: WMO307.StopProduct = enige(wmo307.Client.StopProducten);
export const aangevraagdProduct: WMO315.AangevraagdProduct = enige(wmo315.Client.AangevraagdeProducten);
export const teWijzigenProduct: WMO317.TeWijzigenProduct = enige(wmo317.Client.Verzoek.TeWijzigenProducten);
export const prestatie: WMO323.Prestatie = enige(enige(wmo323.Declaratie.Clienten).Prestaties);
export const afgewezenPrestatie: WMO325.Prestatie = enige(enige(wmo325.DeclaratieAntwoord?.Clienten).Prestaties);

export const relatie: WMO301.Relatie = {
  Nummer: '1', Soort: '03', Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, NaamGebruik: '1' },
  Contact: { Soort: '03', Telefoon: { Telefoon01: { Telefoonnummer: '0612345678', Landnummer: '+31' } } },
};

export const nieuwProduct: WMO317.NieuwProduct = {
  Product: { Categorie: '02', Code: '02A03' }, GewensteIngangsdatum: '2026-05-01', Einddatum: '2026-12-31',
  Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' },
};

export function met301(client: Partial<WMO301.Client>): WMO301.Bericht {
  return { ...wmo301, Client: { ...wmo301.Client, ...client } };
}

export function met305(client: Partial<WMO305.Client>): WMO305.Bericht {
  return { ...wmo305, Client: { ...wmo305.Client, ...client } };
}

export function met307(client: Partial<WMO307.Client>): WMO307.Bericht {
  return { ...wmo307, Client: { ...wmo307.Client, ...client } };
}

export function met315(client: Partial<WMO315.Client>): WMO315.Bericht {
  return { ...wmo315, Client: { ...wmo315.Client, ...client } };
}

/** The lists of products are those given and no others. */
export function met317(
  producten: Pick<WMO317.Verzoek, 'OngewijzigdeProducten' | 'TeWijzigenProducten' | 'NieuweProducten'>,
): WMO317.Bericht {
  const { ReferentieAanbieder, RedenVerzoek } = wmo317.Client.Verzoek;
  return { ...wmo317, Client: { ...wmo317.Client, Verzoek: { ReferentieAanbieder, RedenVerzoek, ...producten } } };
}

export function met323(declaratie: Partial<WMO323.Declaratie>): WMO323.Bericht {
  return { ...wmo323, Declaratie: { ...wmo323.Declaratie, ...declaratie } };
}

export function met325(antwoord: Partial<WMO325.DeclaratieAntwoord>): WMO325.Bericht {
  if (wmo325.DeclaratieAntwoord === undefined) throw new Error('het voorbeeld heeft geen DeclaratieAntwoord');
  return { ...wmo325, DeclaratieAntwoord: { ...wmo325.DeclaratieAntwoord, ...antwoord } };
}

/** A total of cents with its sign as DebetCredit. */
export function totaal(cent: number): WMO323.Declaratie['TotaalIngediendBedrag'] {
  return { TotaalBedrag: Math.abs(cent), DebetCredit: cent < 0 ? 'C' : 'D' };
}

interface MetPrestaties { readonly Prestaties: readonly Pick<WMO323.Prestatie, 'IngediendBedrag'>[] }

function som(clienten: readonly MetPrestaties[]): number {
  return clienten.flatMap(({ Prestaties }) => Prestaties)
    .reduce((cent, { IngediendBedrag: { Bedrag, DebetCredit } }) => cent + (DebetCredit === 'D' ? Bedrag : -Bedrag), 0);
}

/** A claim for these clients, with the total that belongs to it. */
export function declaratieVoor(...Clienten: readonly WMO323.Client[]): WMO323.Bericht {
  return met323({ TotaalIngediendBedrag: totaal(som(Clienten)), Clienten });
}

/** A claim for one client, with the total that belongs to it. */
export function declaratieVan(...Prestaties: readonly WMO323.Prestatie[]): WMO323.Bericht {
  return declaratieVoor({ Bsn: BSN, Prestaties });
}

/** An answer that rejects these Prestaties and grants nothing, with the totals that belong to it. */
export function antwoordVoor(...clienten: readonly Omit<WMO325.Client, 'RetourCodes'>[]): WMO325.Bericht {
  return met325({
    TotaalIngediendBedrag: totaal(som(clienten)), TotaalToegekendBedrag: totaal(0),
    Clienten: clienten.map((client) => ({ ...client, RetourCodes: ['0200'] })),
  });
}

/** An answer that rejects these Prestaties of one client and grants nothing, with the totals that belong to it. */
export function antwoordVan(...Prestaties: readonly WMO325.Prestatie[]): WMO325.Bericht {
  return antwoordVoor({ Bsn: BSN, Prestaties });
}
