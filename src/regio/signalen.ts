/** Signals on declared production: an agreed mix or a yearly maximum that was passed. For people; nothing is refused by them. */
import type { Eenheid } from '../standaard/volume/omvang.js';
import type { Beleid, Regiobeleid } from './beleid.js';
import type { Jaarsignaal, Mixsignaal, Signaal } from './beleidsbestand.js';
import { optelbaar, optelsoort } from './eenheden.js';

/** Approved production that was not credited, of one product in one month. May be split further; parts are added up. */
export interface Productiecijfer {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly code: string;
  /** YYYY-MM. */
  readonly maand: string;
  readonly volume: number;
  readonly eenheid: Eenheid;
  /** Cents. */
  readonly bedrag: number;
  /** Any text that tells clients apart; needed for a maximum per client only. It comes back in the signal and in no message. */
  readonly client?: string | undefined;
}

export interface Signaalmelding {
  /** Name of the signal in the policy file. */
  readonly signaal: string;
  readonly soort: Signaal['soort'];
  readonly gemeente: string;
  readonly aanbieder?: string;
  readonly client?: string;
  /** YYYY-MM for a mix, YYYY for a yearly maximum. */
  readonly periode: string;
  /** What was found and what was agreed: percents for a mix (the found one not rounded), else in the unit of the maximum. */
  readonly waarde: number;
  readonly grens: number;
  readonly kant: 'boven' | 'onder';
  readonly melding: string;
}

/** Sums under a key made of parts that hold no line feed. */
function tel(cijfers: readonly Productiecijfer[], sleutel: (cijfer: Productiecijfer) => string, waarde: (cijfer: Productiecijfer) => number) {
  const sommen = new Map<string, { som: number; cijfer: Productiecijfer }>();
  for (const cijfer of cijfers) {
    const naam = sleutel(cijfer);
    const eerder = sommen.get(naam);
    if (eerder === undefined) sommen.set(naam, { som: waarde(cijfer), cijfer });
    else eerder.som += waarde(cijfer);
  }
  return sommen;
}

const sleutelVan = (...delen: readonly string[]): string => delen.join('\n');

function mix(regio: Regiobeleid, signaal: Mixsignaal, cijfers: readonly Productiecijfer[]): readonly Signaalmelding[] {
  const [deel, geheel] = [regio.uitgeschreven(signaal.deel), regio.uitgeschreven(signaal.geheel)];
  const waarde = ({ bedrag, volume, eenheid }: Productiecijfer): number => (signaal.meet === 'bedrag' ? bedrag : optelbaar(volume, eenheid));
  const sleutel = ({ gemeente, aanbieder, maand }: Productiecijfer): string => sleutelVan(gemeente, aanbieder, maand);
  const binnen = cijfers.filter(({ code, aanbieder }) =>
    geheel.has(code) && (signaal.aanbieders === undefined || signaal.aanbieders.includes(aanbieder)));
  const delen = tel(binnen.filter(({ code }) => deel.has(code)), sleutel, waarde);
  return [...tel(binnen, sleutel, waarde)].flatMap(([naam, { som, cijfer }]) => {
    if (som <= 0) return [];
    const gevonden = delen.get(naam)?.som ?? 0;
    const { gemeente, aanbieder, maand } = cijfer;
    // Compared as whole numbers: exactly the agreed share is within the agreement.
    const meldingen = [
      { kant: 'boven' as const, grens: signaal.hoogstens, over: signaal.hoogstens !== undefined && gevonden * 100 > signaal.hoogstens * som },
      { kant: 'onder' as const, grens: signaal.minstens, over: signaal.minstens !== undefined && gevonden * 100 < signaal.minstens * som },
    ];
    return meldingen.flatMap(({ kant, grens, over }) => (grens === undefined || !over ? [] : [{
      signaal: signaal.signaal, soort: signaal.soort, gemeente, aanbieder, periode: maand, waarde: (gevonden * 100) / som, grens, kant,
      melding: signaal.melding ?? `Het aandeel in de productie van deze maand ligt ${kant} de afspraak van ${grens}%.`,
    }]));
  });
}

function jaarmaximum(regio: Regiobeleid, signaal: Jaarsignaal, cijfers: readonly Productiecijfer[]): readonly Signaalmelding[] {
  const voor = regio.uitgeschreven(signaal.voor);
  const { eenheid, maximum, per } = signaal;
  const inBedrag = eenheid === undefined || eenheid === '83';
  const grens = inBedrag ? maximum : optelbaar(maximum, eenheid);
  const past = (cijfer: Productiecijfer): boolean => voor.has(cijfer.code) && (per !== 'client' || cijfer.client !== undefined)
    && (inBedrag || optelsoort(cijfer.eenheid) === optelsoort(eenheid));
  const wie = ({ aanbieder, client }: Productiecijfer): string => (per === 'aanbieder' ? aanbieder : per === 'client' ? client ?? '' : '');
  const sommen = tel(cijfers.filter(past), (cijfer) => sleutelVan(cijfer.gemeente, cijfer.maand.slice(0, -3), wie(cijfer)),
    (cijfer) => (inBedrag ? cijfer.bedrag : optelbaar(cijfer.volume, cijfer.eenheid)));
  return [...sommen.values()].flatMap(({ som, cijfer }) => (som <= grens ? [] : [{
    signaal: signaal.signaal, soort: signaal.soort, gemeente: cijfer.gemeente, periode: cijfer.maand.slice(0, -3),
    waarde: grens === maximum ? som : (som * maximum) / grens, grens: maximum, kant: 'boven' as const,
    melding: signaal.melding ?? 'De productie van dit jaar ligt boven het afgesproken maximum.',
    ...(per === 'aanbieder' ? { aanbieder: cijfer.aanbieder } : {}),
    ...(per === 'client' && cijfer.client !== undefined ? { client: cijfer.client } : {}),
  }]));
}

/**
 * All signals that the figures give, per gemeente by its own policy, in the order of the policy file. A mix is looked at per aanbieder and
 * month within one gemeente; exactly the agreed share or maximum gives no signal.
 */
export function signalen(beleid: Beleid, cijfers: readonly Productiecijfer[]): readonly Signaalmelding[] {
  const perRegio = new Map<Regiobeleid, Productiecijfer[]>();
  for (const cijfer of cijfers) {
    const regio = beleid.voor(cijfer.gemeente);
    if (regio === undefined) continue;
    const lijst = perRegio.get(regio);
    if (lijst === undefined) perRegio.set(regio, [cijfer]);
    else lijst.push(cijfer);
  }
  return [...perRegio].flatMap(([regio, lijst]) => regio.signalen.flatMap((signaal) =>
    (signaal.soort === 'mix' ? mix(regio, signaal, lijst) : jaarmaximum(regio, signaal, lijst))));
}
