/** Composes the WMO325, the answer to a claim (IV087): decided per Prestatie, showing only what was rejected. */
import { BERICHTSOORTEN } from '../berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten, type WMO323, type WMO325 } from '../berichten/gegenereerd/index.js';
import type { Beoordeling } from '../regels/beoordelen.js';
import type { RetourCode } from '../regels/regel.js';
import type { Antwoordgegevens, CodesVan } from './retour.js';

/** A granted claim line is one without a finding of its own and under a client without one. */
export function isToegekend(codes: readonly RetourCode[]): boolean {
  return codes.length === 1 && codes[0] === '0200';
}

/** Cents with sign: debit counts positive, credit negative. */
function metTeken({ Bedrag, DebetCredit }: WMO323.Prestatie['IngediendBedrag']): number {
  return DebetCredit === 'D' ? Bedrag : -Bedrag;
}

/** A signed sum in cents as an amount with indication; zero is debit (CS325). */
function alsTotaal(som: number): WMO325.DeclaratieAntwoord['TotaalToegekendBedrag'] {
  return { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' };
}

/** Signed sum in cents of the claim lines that were granted. */
export function toegekendBedrag(bericht: Berichten['WMO323'], codes: CodesVan): number {
  let som = 0;
  for (const client of bericht.Declaratie.Clienten) {
    for (const prestatie of client.Prestaties) if (isToegekend(codes(prestatie))) som += metTeken(prestatie.IngediendBedrag);
  }
  return som;
}

/** Clients with a rejection: one that failed itself with all its lines not assessed, else only the lines that were rejected. */
function afgewezenClienten(bericht: Berichten['WMO323'], codes: CodesVan): WMO325.Client[] {
  const clienten: WMO325.Client[] = [];
  for (const client of bericht.Declaratie.Clienten) {
    const eigen = codes(client);
    const afgewezen = client.Prestaties.filter((prestatie) => !isToegekend(codes(prestatie)));
    if (afgewezen.length === 0) continue;
    const Prestaties = afgewezen.map((prestatie) => ({ ...prestatie, RetourCodes: codes(prestatie) }));
    clienten.push({ Bsn: client.Bsn, Prestaties, RetourCodes: eigen });
  }
  return clienten;
}

/** The WMO325 for an assessed WMO323. Afzender and Ontvanger change places: the gemeente sends it. */
export function stelDeclaratieantwoordOp(
  bericht: Berichten['WMO323'], { bevindingen }: Beoordeling, codes: CodesVan, gegevens: Antwoordgegevens,
): Berichten['WMO325'] {
  const { Header, Declaratie } = bericht;
  const kop = (RetourCodes: readonly RetourCode[]): WMO325.Header => ({
    BerichtCode: BERICHTSOORTEN.WMO325.code, BerichtVersie: 3, BerichtSubversie: 2,
    Afzender: Header.Ontvanger, Ontvanger: Header.Afzender,
    BerichtIdentificatie: { Identificatie: gegevens.identificatie, Dagtekening: gegevens.dagtekening },
    XsdVersie: SCHEMAS.WMO325.xsdVersie,
    DeclaratieIdentificatie: Header.BerichtIdentificatie, XsdVersieDeclaratie: Header.XsdVersie, RetourCodes,
  });
  if (bevindingen.some(({ niveau }) => niveau === 2)) return { Header: kop(['0001']) };
  if (bevindingen.some(({ klasse }) => klasse === 'Header')) return { Header: kop(codes(Header)) };
  const antwoord = (velden: Pick<WMO325.DeclaratieAntwoord, 'TotaalToegekendBedrag' | 'Clienten' | 'RetourCodes'>) => ({
    Header: kop(['0200']),
    DeclaratieAntwoord: {
      DeclaratieNummer: Declaratie.DeclaratieNummer, TotaalIngediendBedrag: Declaratie.TotaalIngediendBedrag, ...velden,
    },
  });
  if (bevindingen.length === 0) {
    return antwoord({ TotaalToegekendBedrag: Declaratie.TotaalIngediendBedrag, RetourCodes: ['8001'] });
  }
  if (bevindingen.some(({ klasse }) => klasse === 'Declaratie')) {
    return antwoord({ TotaalToegekendBedrag: alsTotaal(0), RetourCodes: codes(Declaratie) });
  }
  return antwoord({
    TotaalToegekendBedrag: alsTotaal(toegekendBedrag(bericht, codes)),
    Clienten: afgewezenClienten(bericht, codes), RetourCodes: ['0200'],
  });
}
