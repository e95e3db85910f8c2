/** What was agreed against what was declared, and what was rejected. */
import type { JSX } from 'preact';
import { HOOGSTENS_GETELD } from '../../../../gemeente/afkeuringen.js';
import { metVraag } from '../../api.js';
import { LiggendeStaven } from '../../opmaak/grafiek/staven.js';
import { Alinea, Koppeling, Kop2, Kop3, Label, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { getal, maand, metLabel } from '../../opmaak/tekst.js';
import type { Afkeuring, Mixaandeel, Periode, Signaal } from './typen.js';

const STAVEN = 15;
const procent = (waarde: number): string => `${getal(Math.round(waarde * 10) / 10)}%`;

const afspraak = ({ hoogstens, minstens }: Mixaandeel): string =>
  [minstens === undefined ? undefined : `minstens ${procent(minstens)}`, hoogstens === undefined ? undefined : `hoogstens ${procent(hoogstens)}`]
    .filter((deel) => deel !== undefined).join(' en ');

const MIXKOLOMMEN: readonly Kolom<Mixaandeel>[] = [
  { kop: 'Aanbieder', rijkop: true, cel: ({ aanbieder }) => aanbieder },
  { kop: 'Aandeel', getal: true, cel: ({ aandeel }) => procent(aandeel) },
  { kop: 'Afspraak', cel: afspraak },
  { kop: 'Stand', cel: ({ binnen }) => (binnen ? <Label soort="safe">Binnen de afspraak</Label> : <Label soort="danger">Buiten de afspraak</Label>) },
];

/** Furthest from what was agreed first. */
function Mix({ naam, aandelen }: { readonly naam: string; readonly aandelen: readonly Mixaandeel[] }): JSX.Element {
  const afstand = ({ aandeel, hoogstens, minstens }: Mixaandeel): number =>
    Math.max(hoogstens === undefined ? -Infinity : aandeel - hoogstens, minstens === undefined ? -Infinity : minstens - aandeel);
  const rijen = [...aandelen].sort((a, b) => afstand(b) - afstand(a)).slice(0, STAVEN);
  const id = `mix-${naam.replaceAll(/[^a-z0-9]/gi, '-')}`;
  return (
    <>
      <Kop3>{naam}</Kop3>
      <LiggendeStaven id={id} titel={`Aandeel van ${naam} per aanbieder`} hoogste={100} opmaak={procent}
        beschrijving={`Het aandeel over de hele periode, met de afspraak als streep, voor de ${rijen.length} aanbieders die er het verst van af zitten.`}
        staven={rijen.map((rij) => ({ naam: rij.aanbieder, waarde: rij.aandeel, grens: rij.hoogstens ?? rij.minstens }))} />
      <Tabel bijschrift={`Aandeel van ${naam} tegen de afspraak`} kolommen={MIXKOLOMMEN} rijen={rijen} leeg="" />
      {aandelen.length > rijen.length ? <Alinea>{`Hier staan ${rijen.length} van ${getal(aandelen.length)} aanbieders.`}</Alinea> : null}
    </>
  );
}

const waarde = (signaal: Signaal, getalwaarde: number): string => (signaal.soort === 'mix' ? procent(getalwaarde)
  : signaal.eenheid === '83' ? `€ ${getal(getalwaarde / 100)}` : `${getal(getalwaarde)} ${metLabel('LDT_Eenheid', signaal.eenheid)}`);
const SIGNAALKOLOMMEN: readonly Kolom<Signaal>[] = [
  { kop: 'Periode', cel: ({ periode }) => (periode.length === 7 ? maand(periode) : periode) },
  { kop: 'Signaal', rijkop: true, cel: ({ signaal }) => signaal },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder ?? 'hele gemeente' },
  { kop: 'Waarde', getal: true, cel: (een) => waarde(een, een.waarde) },
  { kop: 'Afspraak', getal: true, cel: (een) => waarde(een, een.grens) },
  { kop: 'Stand', cel: ({ stand }) => (stand === 'overschreden' ? <Label soort="danger">Overschreden</Label> : <Label soort="warning">Bijna</Label>) },
];

export function Afspraken({ mix, signalen, meer }: { readonly mix: readonly Mixaandeel[]; readonly signalen: readonly Signaal[]; readonly meer: boolean }): JSX.Element {
  const namen = [...new Set(mix.map(({ signaal }) => signaal))];
  return (
    <>
      <Kop2>Mix tegen de afspraak</Kop2>
      {namen.length === 0 ? <Alinea>Het beleid van deze gemeente kent geen afspraak over de mix, of er is in deze periode niets over gedeclareerd.</Alinea>
        : namen.map((naam) => <Mix naam={naam} aandelen={mix.filter(({ signaal }) => signaal === naam)} />)}
      <Kop2>Signalen</Kop2>
      <Tabel bijschrift="Afspraken die niet of bijna niet zijn gehaald" kolommen={SIGNAALKOLOMMEN} rijen={signalen} leeg="Er zijn in deze periode geen signalen." />
      {meer ? <Alinea>{`Hier staan de eerste ${signalen.length} signalen. Kies een kortere periode voor de rest.`}</Alinea> : null}
      <Alinea klein>Maxima per cliënt staan hier niet bij; die geeft de API (GET /v1/signalen).</Alinea>
    </>
  );
}

const geteld = (aantal: number): string => (aantal >= HOOGSTENS_GETELD ? `meer dan ${getal(HOOGSTENS_GETELD - 1)}` : getal(aantal));

export function Afkeuringen({ afkeuringen, periode: { van, tot } }: { readonly afkeuringen: readonly Afkeuring[]; readonly periode: Periode }): JSX.Element {
  const rijen = afkeuringen.slice(0, STAVEN);
  if (rijen.length === 0) return <><Kop2>Afkeuringen</Kop2><Alinea>In deze periode is geen bericht aan de gemeente afgekeurd.</Alinea></>;
  return (
    <>
      <Kop2>Afkeuringen</Kop2>
      <LiggendeStaven id="afkeuringen" titel="Afgekeurde berichten per retourcode" staven={rijen.map(({ retourcode, aantal }) => ({ naam: retourcode, waarde: aantal }))} opmaak={geteld}
        beschrijving={`Berichten aan de gemeente, ontvangen van ${maand(van)} tot en met ${maand(tot)}. De cijfers staan in de tabel eronder.`} />
      <Tabel bijschrift="Afgekeurde berichten per retourcode" rijen={rijen} leeg="" kolommen={[
        { kop: 'Retourcode', rijkop: true, cel: ({ retourcode }) => <Koppeling naar={metVraag('/berichten', { code: retourcode })}>{retourcode}</Koppeling> },
        { kop: 'Betekenis', cel: ({ retourcode }) => metLabel('LDT_RetourCode', retourcode).replace(/^\S+ \((.*)\)$/s, '$1') },
        { kop: 'Berichten', getal: true, cel: ({ aantal }) => geteld(aantal) }]} />
      {afkeuringen.length > rijen.length ? <Alinea>{`Hier staan ${rijen.length} van ${afkeuringen.length} codes.`}</Alinea> : null}
    </>
  );
}
