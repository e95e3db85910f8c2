/** Messages as the API gives them, and what their states, steps and failures are called. */
import { BERICHTSOORTEN, type Berichtsoort } from '../../../../standaard/berichten/berichtsoorten.js';
import { label } from '../../../../standaard/codelijsten/index.js';
import { metVraag } from '../../api.js';
import type { Bezoek } from '../../bezoek.js';
import type { Ernst } from '../../opmaak/onderdelen.js';
import { partijnaam, tijdstip } from '../../opmaak/tekst.js';

export interface Bevinding {
  readonly regel: string; readonly retourcode?: string; readonly niveau: number; readonly klasse: string; readonly pad: string; readonly melding: string;
}
export interface Bericht {
  readonly id: string; readonly berichtsoort: Berichtsoort; readonly identificatie: string; readonly dagtekening: string; readonly afzender: string;
  readonly ontvanger: string; readonly richting: 'inkomend' | 'uitgaand'; readonly ontvangenOp: string; readonly beoordeeldOp?: string;
  readonly status: string; readonly terzijdeOp?: string; readonly bevindingen: readonly Bevinding[];
  readonly antwoord?: { readonly id: string; readonly berichtsoort: Berichtsoort };
}
export interface Stap {
  readonly stap: string; readonly op?: string; readonly partij?: string; readonly bericht?: { readonly id: string; readonly berichtsoort: Berichtsoort };
  readonly pogingen?: number; readonly volgendeOp?: string; readonly laatsteFout?: string;
}
export interface Xmlregel {
  readonly soort: 'open' | 'sluit' | 'waarde' | 'weggelaten'; readonly diepte: number; readonly naam?: string; readonly waarde?: string;
  readonly type?: string; readonly afgeschermd?: true; readonly aantal?: number; readonly regel?: number; readonly raak?: true;
}
export interface Weergave {
  readonly begin: readonly Xmlregel[]; readonly plaatsen: readonly { readonly pad: string; readonly regels: readonly Xmlregel[] }[]; readonly volgende?: number;
}

/** `start van de levering (WMO305)` */
export function soortnaam(soort: Berichtsoort): string {
  const naam = label('LDT_BerichtCode', BERICHTSOORTEN[soort].code) ?? soort;
  return `${naam.charAt(0).toUpperCase()}${naam.slice(1)} (${soort})`;
}

export const STATUS: Readonly<Record<string, readonly [naam: string, soort: 'neutral' | 'safe' | 'warning' | 'danger' | 'active']>> = {
  ontvangen: ['Wordt beoordeeld', 'active'], goedgekeurd: ['Goedgekeurd', 'safe'], 'deels-goedgekeurd': ['Deels goedgekeurd', 'warning'],
  afgekeurd: ['Afgekeurd', 'danger'], mislukt: ['Nog geen uitslag', 'warning'], klaargezet: ['Antwoord', 'neutral'], doorgestuurd: ['Doorgestuurd', 'active'],
};
/** Set aside is a state of its own on a screen: it is what somebody has to act on. */
export const TERZIJDE = ['Terzijde gelegd', 'danger'] as const;

export const statusVan = ({ status, terzijdeOp }: Pick<Bericht, 'status' | 'terzijdeOp'>): typeof TERZIJDE | (typeof STATUS)[string] =>
  (terzijdeOp === undefined ? STATUS[status] ?? [status, 'neutral'] as const : TERZIJDE);

const kies = (hoeveel: number | undefined): string => (hoeveel === 1 ? '1 poging' : `${hoeveel ?? 0} pogingen`);

const STAPPEN: Readonly<Record<string, (stap: Stap) => string>> = {
  ontvangen: ({ partij }) => `Ontvangen van ${partijnaam(partij ?? '')}`,
  opgesteld: ({ partij }) => `Opgesteld namens ${partijnaam(partij ?? '')}`,
  'poging-mislukt': ({ pogingen, volgendeOp }) => `Beoordelen lukte nog niet: ${kies(pogingen)}`
    + (volgendeOp === undefined ? '' : `, de volgende na ${tijdstip(volgendeOp)}`),
  terzijde: ({ pogingen }) => `Terzijde gelegd na ${kies(pogingen)}: wordt niet meer vanzelf beoordeeld`,
  doorgestuurd: ({ partij }) => `Doorgestuurd aan ${partijnaam(partij ?? '')}, die met eigen software antwoordt`,
  'antwoord-ontvangen': ({ partij }) => `Antwoord ontvangen van ${partijnaam(partij ?? '')}; het wordt nog verwerkt`,
  beoordeeld: () => 'Beoordeeld',
  beantwoord: ({ partij }) => `Beantwoord door ${partijnaam(partij ?? '')}`,
  verwerkt: () => 'Verwerkt: het oordeel is gevolgd',
  klaargezet: ({ partij }) => `Klaargezet voor ${partijnaam(partij ?? '')}`,
  'bezorging-mislukt': ({ pogingen, laatsteFout, volgendeOp }) => `Bezorgen lukte nog niet: ${kies(pogingen)}, laatst ${foutnaam(laatsteFout)}`
    + (volgendeOp === undefined ? '' : `; de volgende na ${tijdstip(volgendeOp)}`),
  'bezorging-terzijde': ({ pogingen, laatsteFout }) => `Bezorgen gestopt na ${kies(pogingen)}, laatst ${foutnaam(laatsteFout)}: het wacht in het postvak`,
  bezorgd: ({ partij }) => `Bezorgd bij ${partijnaam(partij ?? '')} (webhook)`,
  bevestigd: ({ partij }) => `Ontvangst bevestigd door ${partijnaam(partij ?? '')}`,
  gewist: () => 'Inhoud gewist na de bewaartermijn',
};

const foutnaam = (fout: string | undefined): string => (fout === undefined ? 'zonder antwoord' : `“${fout}”`);

export const stapnaam = (stap: Stap): string => STAPPEN[stap.stap]?.(stap) ?? stap.stap;

export interface Uitleg { readonly ernst: Ernst; readonly titel: string; readonly tekst: string }

/** Where a message stands, what happens next and who has to act. */
export function uitlegVan(bericht: Bericht, stappen: readonly Stap[]): Uitleg {
  const { status, afzender, ontvanger } = bericht;
  if (bericht.terzijdeOp !== undefined) {
    return { ernst: 'error', titel: 'Terzijde gelegd: hier moet de beheerder iets doen',
      tekst: 'De gateway kon dit bericht niet beoordelen. Dat ligt niet aan het bericht, en het is geen afkeuring: er is geen antwoord verstuurd. Het bericht is '
        + 'bewaard en wordt niet meer vanzelf geprobeerd; latere berichten gaan intussen door. De beheerder zoekt met het kenmerk hieronder de oorzaak op in '
        + 'het logboek, neemt die weg en laat het bericht daarna opnieuw beoordelen.' };
  }
  switch (status) {
    case 'ontvangen': return { ernst: 'info', titel: 'Wordt beoordeeld', tekst: 'Het bericht is opgeslagen. U hoeft niets te doen; ververs deze pagina over een ogenblik.' };
    case 'mislukt': {
      const poging = stappen.find(({ stap }) => stap === 'poging-mislukt');
      return { ernst: 'warning', titel: 'Nog geen uitslag: er kon nog niet worden vastgesteld of dit bericht goed is',
        tekst: `Dat ligt niet aan het bericht, en het is geen afkeuring. De gateway probeert het vanzelf opnieuw${
          poging?.volgendeOp === undefined ? '' : `, na ${tijdstip(poging.volgendeOp)}`}. U hoeft niets te doen: het bericht is bewaard en houdt zijn plaats voor latere `
          + 'berichten tussen deze partijen. Lukt het na acht pogingen nog niet, dan komt het bij de beheerder.' };
    }
    case 'goedgekeurd': return { ernst: 'ok', titel: 'Goedgekeurd', tekst: 'Er is niets gevonden; het bericht is verwerkt. Er hoeft niemand iets te doen.' };
    case 'deels-goedgekeurd': return { ernst: 'warning', titel: 'Deels goedgekeurd',
      tekst: `De prestaties zonder bevinding zijn toegekend. ${partijnaam(afzender)} verbetert de andere en dient die opnieuw in, met een nieuw ReferentieNummer: een `
        + 'afgekeurde prestatie houdt haar nummer bezet.' };
    case 'afgekeurd': return { ernst: 'error', titel: 'Afgekeurd',
      tekst: `${partijnaam(afzender)} verbetert wat hieronder staat en stuurt een nieuw bericht. Bij elke bevinding staat wat er moet kloppen en wat te doen is.` };
    case 'doorgestuurd': return { ernst: 'info', titel: 'Doorgestuurd: de ontvanger beoordeelt het zelf',
      tekst: `${partijnaam(ontvanger)} antwoordt met eigen software. Het antwoord verschijnt hier zodra het er is; tot wanneer dat mag duren staat bij Termijnen.` };
    default: {
      const wacht = !stappen.some(({ stap }) => stap === 'bezorgd' || stap === 'bevestigd');
      return { ernst: 'info', titel: 'Antwoordbericht', tekst: wacht
        ? 'Dit antwoord staat klaar voor de ontvanger. Op een antwoord volgt geen nieuw antwoord.' : 'Dit antwoord is bij de ontvanger. Op een antwoord volgt geen nieuw antwoord.' };
    }
  }
}

/** Page of a message. */
export const berichtadres = (id: string, vanaf?: number): string => metVraag(`/berichten/${id}`, { vanaf: vanaf === 0 ? undefined : vanaf });

/** Whether this person may see the content of a message, and not only that it was set aside. */
export const isEigen = ({ aanvrager: { partijen, scopes } }: Bezoek, { afzender, ontvanger }: Bericht): boolean =>
  scopes.has('lezen') && (partijen === 'alle' || partijen.has(afzender) || partijen.has(ontvanger));
