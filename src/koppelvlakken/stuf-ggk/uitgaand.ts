/**
 * Wraps a stored message for sending: a heenbericht as Di01, an answer as Du01 with the number of the Di01 it answers. The envelope of a
 * message is made once and kept, so that sending again sends the same.
 */
import { randomUUID } from 'node:crypto';
import type { Bevraagbaar } from '../../platform/database.js';
import { isHeenbericht, wegVan } from '../../standaard/berichten/berichtsoorten.js';
import type { Envelop } from './envelop.js';
import { APPLICATIE, BERICHTNAMEN, FUNCTIE, INHOUDSTYPE, ONTVANGENDE_APPLICATIE } from './namen.js';
import { bewaarEnveloppen, zoekEnveloppen, type Envelopgegevens, type Verpakbaar } from './opslag.js';
import { schrijfEnvelop } from './schrijven.js';
import { alsTijdstip } from './tijdstip.js';

/**
 * The envelope that a message gets when it has none.
 * @param heen envelope of the message that it answers: the same partnership is named again
 */
export function nieuweGegevens(
  { id, berichtsoort, afzender, ontvanger }: Verpakbaar, nummer: string, op: Date, heen?: Envelopgegevens,
): Envelopgegevens {
  const { van, voor } = wegVan(berichtsoort, afzender, ontvanger);
  return {
    berichtId: id, referentienummer: nummer, tijdstip: alsTijdstip(op), applicatie: APPLICATIE,
    zender: { organisatie: van, applicatie: APPLICATIE.naam, administratie: heen?.ontvanger.administratie },
    ontvanger: { organisatie: voor, applicatie: ONTVANGENDE_APPLICATIE },
  };
}

/** A message in its envelope. Pure. @param heen for an answer: the message that it answers, and its envelope */
export function stelEnvelopOp(
  bericht: Verpakbaar, gegevens: Envelopgegevens, inhoud: Buffer, heen?: { readonly identificatie: string; readonly gegevens: Envelopgegevens },
): Envelop {
  const verpakking = {
    stuurgegevens: {
      zender: gegevens.zender, ontvanger: gegevens.ontvanger, referentienummer: gegevens.referentienummer,
      tijdstipBericht: gegevens.tijdstip, functie: bericht.berichtsoort,
    },
    applicatie: gegevens.applicatie, functie: FUNCTIE, bestandsnaam: `${bericht.berichtsoort}.xml`, contentType: INHOUDSTYPE, inhoud,
  };
  if (heen === undefined) return { soort: 'Di01', ...verpakking, referentienummerBericht: bericht.identificatie };
  // The number that a return message has itself is not known outside it, and optional here.
  const eigen = bericht.identificatie === heen.identificatie ? undefined : bericht.identificatie;
  return { soort: 'Du01', ...verpakking, referentienummerBericht: eigen, crossRefnummer: heen.gegevens.referentienummer,
    crossRefnummerBericht: heen.identificatie };
}

/** A message ready to be sent over SOAP. */
export interface Zending {
  readonly soort: Envelop['soort'];
  readonly soapAction: string;
  readonly referentienummer: string;
  /** The envelope as an element, without declaration and without SOAP around it. */
  readonly element: string;
}

/**
 * Wraps a message, and keeps its envelope when it had none. Three statements at most.
 * @param heen for an answer: the message that it answers
 * @throws Error when an answer comes without the message it answers
 */
export async function verpak(db: Bevraagbaar, bericht: Verpakbaar, inhoud: Buffer, heen: Verpakbaar | undefined, op: Date): Promise<Zending> {
  if (!isHeenbericht(bericht.berichtsoort) && heen === undefined) throw new Error('Een antwoord wordt verpakt met wat het beantwoordt');
  const ids = heen === undefined ? [bericht.id] : [bericht.id, heen.id];
  let bekend = await zoekEnveloppen(db, ids);
  if (bekend.size < ids.length) {
    const vanHeen = heen === undefined ? undefined : bekend.get(heen.id) ?? nieuweGegevens(heen, randomUUID(), op);
    await bewaarEnveloppen(db, [...(vanHeen === undefined ? [] : [vanHeen]), nieuweGegevens(bericht, randomUUID(), op, vanHeen)], op);
    // Somebody else may have been first.
    bekend = await zoekEnveloppen(db, ids);
  }
  const gegevens = moet(bekend, bericht.id);
  const envelop = stelEnvelopOp(bericht, gegevens, inhoud,
    heen === undefined ? undefined : { identificatie: heen.identificatie, gegevens: moet(bekend, heen.id) });
  return { soort: envelop.soort, soapAction: BERICHTNAMEN[envelop.soort].soapAction, referentienummer: gegevens.referentienummer,
    element: schrijfEnvelop(envelop) };
}

function moet(bekend: ReadonlyMap<string, Envelopgegevens>, id: string): Envelopgegevens {
  const gegevens = bekend.get(id);
  if (gegevens === undefined) throw new Error('De envelop van een bericht kon niet worden vastgelegd');
  return gegevens;
}
