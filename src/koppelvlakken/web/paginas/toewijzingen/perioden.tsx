/** Claimed against the maximum: in total, and month by month. */
import type { JSX } from 'preact';
import { Periodestaven, Totaalbalk } from '../../opmaak/grafiek/periodestaven.js';
import { Alinea, Koppeling, Label, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, korteMaand, maand } from '../../opmaak/tekst.js';
import { omvang, periode, volume, waarde, type Omvang, type Waarde } from './gegevens.js';

interface Periode {
  readonly begindatum: string; readonly einddatum: string; readonly binnen: boolean; readonly maximum?: number; readonly gedeclareerd: Waarde; readonly aantal: number }
export interface Periodenoverzicht {
  readonly toewijzingNummer: number; readonly omvang?: Omvang; readonly perioden: readonly Periode[]; readonly eerder?: string; readonly later?: string;
  readonly totaal: { readonly gedeclareerd: Waarde; readonly maximum?: Waarde; readonly resterend?: Waarde };
}

const jaar = (dag: string): string => dag.slice(0, -6);

function kolommen(eenheid: string | undefined, metMaximum: boolean): readonly Kolom<Periode>[] {
  return [
    { kop: 'Maand', rijkop: true, cel: ({ begindatum, aantal, binnen }) => (
      <>{maand(begindatum)}{binnen ? null : <> <Label soort="warning">buiten de geldigheid</Label></>}{aantal > 1 ? <> ({aantal} prestaties)</> : null}</>) },
    ...(metMaximum ? [{ kop: 'Maximum', getal: true, cel: ({ maximum }: Periode) => volume(maximum, eenheid) }] : []),
    ...(eenheid === undefined ? [] : [{ kop: 'Gedeclareerd', getal: true, cel: ({ gedeclareerd }: Periode) => waarde(gedeclareerd, eenheid) }]),
    ...(eenheid === '83' ? [] : [{ kop: 'Bedrag', getal: true, cel: ({ gedeclareerd }: Periode) => bedrag(gedeclareerd.bedrag) }]),
    ...(metMaximum ? [{ kop: 'Gebruikt', getal: true, cel: ({ maximum, gedeclareerd: { volume: van = 0 } }: Periode) =>
      (maximum === undefined || maximum === 0 ? '–' : `${Math.round((van / maximum) * 100)}%`) }] : []),
  ];
}

/** @param adres of this page with another last month */
export function Perioden({ overzicht: { toewijzingNummer, totaal, perioden, eerder, later, ...rest }, adres }: {
  readonly overzicht: Periodenoverzicht; readonly adres: (tot: string) => string }): JSX.Element {
  const eenheid = rest.omvang?.eenheid;
  const inWaarde = (een: Waarde): number => (eenheid === undefined ? een.bedrag : een.volume) ?? 0;
  const metMaximum = perioden.some(({ maximum }) => maximum !== undefined);
  const opmaak = (getal: number): string => (eenheid === undefined ? bedrag(getal) : volume(getal, eenheid));
  const [eerste] = perioden;
  const laatste = perioden.at(-1);
  const geheel = `Gedeclareerd: ${waarde(totaal.gedeclareerd, eenheid)}`;
  const woorden = totaal.maximum === undefined
    ? `${geheel}. ${eenheid === undefined ? 'Deze toewijzing heeft geen omvang en geen budget, dus geen maximum.' : 'Zonder einddatum is er pas een maximum over het geheel als er is gedeclareerd.'}`
    : `${geheel} van hoogstens ${waarde(totaal.maximum, eenheid)}. Resterend: ${waarde(totaal.resterend, eenheid)}.`;
  return (
    <>
      <Alinea>{woorden}</Alinea>
      {totaal.maximum === undefined ? null
        : <Totaalbalk id="totaal" titel="In totaal gedeclareerd" beschrijving={woorden} waarde={inWaarde(totaal.gedeclareerd)} maximum={inWaarde(totaal.maximum)} />}
      <Alinea>
        {metMaximum ? `Het maximum per maand volgt uit ${omvang(rest.omvang)}. Het is hetzelfde als waarmee declaraties worden getoetst (TR321).`
          : 'Voor een losse maand geldt geen maximum; alleen het totaal telt.'}
      </Alinea>
      {eerste === undefined || laatste === undefined ? null : (
        <Periodestaven id="perioden" titel={`Gedeclareerd per maand, ${maand(eerste.begindatum)} tot en met ${maand(laatste.begindatum)}`}
          beschrijving={`Een staaf per maand voor toewijzing ${toewijzingNummer}. De tabel hieronder noemt dezelfde getallen.`} opmaak={opmaak}
          staven={perioden.map((een) => ({
            naam: korteMaand(een.begindatum), groep: jaar(een.begindatum), waarde: inWaarde(een.gedeclareerd), maximum: een.maximum,
            tekst: `${periode(een.begindatum, een.einddatum)}: ${opmaak(inWaarde(een.gedeclareerd))}${een.maximum === undefined ? '' : ` van ${opmaak(een.maximum)}`}` }))} />)}
      <Tabel bijschrift="Gedeclareerd en maximum per maand" kolommen={kolommen(eenheid, metMaximum)} rijen={perioden} leeg="Er zijn geen maanden om te tonen." />
      {eerder === undefined && later === undefined ? null : (
        <Alinea>
          {eerder === undefined ? null : <Koppeling naar={adres(eerder)}>Eerdere maanden</Koppeling>}
          {eerder !== undefined && later !== undefined ? ' · ' : null}
          {later === undefined ? null : <Koppeling naar={adres(later)}>Latere maanden</Koppeling>}
        </Alinea>)}
    </>
  );
}
