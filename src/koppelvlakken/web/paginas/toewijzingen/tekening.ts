/** Allocations as rows of a timeline. */
import type { Balk, Punt, Tijdlijnrij } from '../../opmaak/grafiek/tijdlijn.js';
import { korteDatum, metLabel } from '../../opmaak/tekst.js';
import { loopVan, omvang, periode, productnaam, type Toewijzing } from './gegevens.js';

/** Deliveries: from each start until the stop that belongs to it. */
export function leveringen({ starts, stops, einddatum }: Toewijzing): { readonly balken: readonly Balk[]; readonly punten: readonly Punt[] } {
  const gestopt = stops.filter(({ verwijderd }) => !verwijderd);
  const begonnen = starts.filter(({ verwijderd }) => !verwijderd);
  return {
    balken: begonnen.map(({ begindatum }): Balk => {
      const stop = gestopt.find((een) => een.begindatum === begindatum);
      return { van: begindatum, tot: stop?.einddatum ?? einddatum, soort: 'levering', tekst: `Levering ${periode(begindatum, stop?.einddatum)}` };
    }),
    punten: [
      ...begonnen.map(({ begindatum }): Punt => ({ op: begindatum, soort: 'start', tekst: `Start op ${korteDatum(begindatum)}` })),
      ...gestopt.map((een): Punt => ({ op: een.einddatum, soort: 'stop', tekst: `Stop op ${korteDatum(een.einddatum)}: ${metLabel('LDT_RedenBeeindiging', een.redenBeeindiging)}` })),
    ],
  };
}

/** The allocation as it is now in one row, with its delivery. */
export function rijVan(t: Toewijzing, vandaag: string, namen: { readonly naam: string; readonly onder?: string }): Tijdlijnrij {
  const { balken, punten } = leveringen(t);
  const geldig: Balk = {
    van: t.ingangsdatum, tot: t.einddatum, soort: loopVan(t, vandaag) === 'verwijderd' ? 'verwijderd' : 'geldig',
    tekst: `Toewijzing ${t.toewijzingNummer}, ${periode(t.ingangsdatum, t.einddatum)}` };
  return { ...namen, balken: [geldig, ...balken], punten };
}

const HOOGSTENS_VERSIES = 8;
/** What the last version does on the day that is looked at. */
const LAATSTE = { loopt: 'geldt nu', toekomstig: 'gaat gelden', geëindigd: 'gold tot het einde', verwijderd: 'verwijderd' } as const;
const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/** One allocation: as it is now, and above it each version it had before. */
export function versierijen(t: Toewijzing, vandaag: string): readonly Tijdlijnrij[] {
  const eerdere = t.versies.slice(0, -1).slice(-HOOGSTENS_VERSIES);
  return [
    ...eerdere.map((versie, i): Tijdlijnrij => ({
      naam: `Versie ${t.versies.length - eerdere.length + i}`, onder: korteDatum(versie.toewijzingsdatum),
      balken: [{ van: t.ingangsdatum, tot: versie.einddatum, soort: 'eerder', tekst: `${periode(t.ingangsdatum, versie.einddatum)}, ${omvang(versie)}` }], punten: [] })),
    rijVan(t, vandaag, { naam: t.versies.length > 1 ? `Versie ${t.versies.length}, ${LAATSTE[loopVan(t, vandaag)]}` : hoofdletter(LAATSTE[loopVan(t, vandaag)]),
      onder: korteDatum(t.toewijzingsdatum) }),
  ];
}

/** What the picture of one allocation says, in one sentence. */
export function inWoorden(t: Toewijzing): string {
  const { balken } = leveringen(t);
  const geleverd = balken.length === 0 ? 'Er is geen start van de levering gemeld.' : `${balken.map(({ tekst }) => tekst).join('. ')}.`;
  return `${productnaam(t)}, ${periode(t.ingangsdatum, t.einddatum)}, in ${t.versies.length === 1 ? 'één versie' : `${t.versies.length} versies`}. ${geleverd}`;
}
