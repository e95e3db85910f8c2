/**
 * The rules that depend on earlier claims, written down naively: lists of everything ever claimed, searched and
 * summed anew for every Prestatie. Nothing here uses the rules, the dossier or the arithmetic under test.
 */
import type { WMO323 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import {
  prestatiesleutel, type Dossier, type EerderDebet, type Toewijzing,
} from '../../../src/standaard/regels/dossier.js';
import type { Eenheid, Frequentie, ToegewezenOmvang } from '../../../src/standaard/volume/omvang.js';
import { orakelPeriode, orakelTotaal } from '../volume/orakel.js';

/** One claim line that was assessed, in order of arrival. */
export interface Regel {
  readonly bsn: string;
  readonly prestatie: WMO323.Prestatie;
  readonly goedgekeurd: boolean;
}

export const GEMODELLEERD = ['TR321', 'TR322', 'TR323', 'TR369', 'TR389', 'TR390'] as const;

const isDebet = ({ prestatie }: { prestatie: WMO323.Prestatie }): boolean =>
  prestatie.IngediendBedrag.DebetCredit === 'D';
const nummer = (prestatie: WMO323.Prestatie): string => prestatie.ProductReferentie.ReferentieNummer;
const vorig = (prestatie: WMO323.Prestatie): string | undefined => prestatie.ProductReferentie.VorigReferentieNummer;
const periode = ({ ProductPeriode: { Begindatum, Einddatum } }: WMO323.Prestatie): string =>
  `${Begindatum} ${Einddatum}`;
const onderwerp = (p: WMO323.Prestatie): string =>
  [p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, periode(p)].join(' ');

function omvang(toewijzing: Toewijzing): ToegewezenOmvang | undefined {
  const { volume, eenheid, frequentie, ingangsdatum, einddatum, categorie } = toewijzing;
  if (volume === undefined || eenheid === undefined || frequentie === undefined) return undefined;
  return {
    volume, eenheid: eenheid as Eenheid, frequentie: frequentie as Frequentie, ingangsdatum, einddatum, categorie,
  };
}

/** In minutes for an allocation in hours; undefined when the units do not go together. */
function vergelijkbaar(volume: number, eenheid: string, toewijzing: string): number | undefined {
  if (eenheid !== toewijzing) return toewijzing === '04' && eenheid === '01' ? volume : undefined;
  return eenheid === '04' ? volume * 60 : volume;
}

const onthouden = new Map<string, number>();
/** Walking the calendar takes long and the same walks come back. */
function eens(sleutel: unknown, bereken: () => number): number {
  const tekst = JSON.stringify(sleutel);
  const waarde = onthouden.get(tekst) ?? bereken();
  onthouden.set(tekst, waarde);
  return waarde;
}

const inVergelijkingseenheid = (volume: number, { eenheid }: ToegewezenOmvang): number =>
  volume * (eenheid === '04' ? 60 : 1);

/**
 * The codes of the six rules for each Prestatie of a message that is assessed.
 * @param beoordeeld the Prestaties under clients that are known, in document order
 * @param anders which other rules each of them breaks
 */
export function modelcodes(
  geschiedenis: readonly Regel[], toewijzingen: readonly Toewijzing[], aanbieder: string,
  beoordeeld: readonly Omit<Regel, 'goedgekeurd'>[], anders: (prestatie: WMO323.Prestatie) => readonly string[],
): Map<WMO323.Prestatie, string[]> {
  const goed = geschiedenis.filter(({ goedgekeurd }) => goedgekeurd);
  const codes = new Map<WMO323.Prestatie, string[]>(beoordeeld.map(({ prestatie }) => [prestatie, []]));
  const meld = (code: string, prestatie: WMO323.Prestatie): void => { codes.get(prestatie)?.push(code); };
  const zonderFout = (prestatie: WMO323.Prestatie): boolean =>
    anders(prestatie).length === 0 && codes.get(prestatie)?.length === 0;
  const eigen = ({ bsn, prestatie }: Omit<Regel, 'goedgekeurd'>): Toewijzing | undefined => toewijzingen.find((een) =>
    een.nummer === prestatie.ToewijzingNummer && een.aanbieder === aanbieder && een.bsn === bsn);

  for (const { bsn, prestatie } of beoordeeld.filter((regel) => !isDebet(regel))) {
    const bestaat = goed.some((regel) =>
      isDebet(regel) && regel.bsn === bsn && nummer(regel.prestatie) === vorig(prestatie));
    if (!bestaat) meld('TR323', prestatie);
    const eerderGecrediteerd = goed.some((regel) => !isDebet(regel) && vorig(regel.prestatie) === vorig(prestatie));
    if (eerderGecrediteerd) meld('TR390', prestatie);
  }
  const credits = [
    ...goed.filter((regel) => !isDebet(regel)).map(({ prestatie }) => prestatie),
    ...beoordeeld.filter((regel) => !isDebet(regel)).map(({ prestatie }) => prestatie).filter(zonderFout),
  ];
  const gecrediteerd = (debet: WMO323.Prestatie): boolean => credits.some((credit) => vorig(credit) === nummer(debet));
  const eerdereDebetten = goed.filter(isDebet).map(({ prestatie }) => prestatie);

  const debetten = beoordeeld.filter(isDebet);
  for (const regel of debetten) {
    const { prestatie } = regel;
    const toewijzing = eigen(regel);
    const toegewezen = toewijzing === undefined ? undefined : omvang(toewijzing);
    if (toegewezen !== undefined) {
      const { Begindatum: begindatum, Einddatum: einddatum } = prestatie.ProductPeriode;
      const geleverd = vergelijkbaar(prestatie.GeleverdVolume, prestatie.Eenheid, toegewezen.eenheid);
      const maximum = eens([toegewezen, begindatum, einddatum],
        () => orakelPeriode(toegewezen, { begindatum, einddatum }));
      if (geleverd !== undefined && geleverd > inVergelijkingseenheid(maximum, toegewezen)) meld('TR321', prestatie);
    }
    const open = eerdereDebetten.filter((debet) => onderwerp(debet) === onderwerp(prestatie)
      && !credits.some((credit) => vorig(credit) === nummer(debet) && periode(credit) === periode(debet)));
    if (open.length > 0) meld('TR389', prestatie);
  }

  const opgeteld: WMO323.Prestatie[] = [];
  for (const regel of debetten) {
    const { prestatie } = regel;
    const toewijzing = eigen(regel);
    if (toewijzing === undefined || !zonderFout(prestatie)) continue;
    const daarop = (debet: WMO323.Prestatie): boolean => debet.ToewijzingNummer === toewijzing.nummer;
    const mee = [
      ...eerdereDebetten.filter((debet) => daarop(debet) && !gecrediteerd(debet)),
      ...opgeteld.filter(daarop), prestatie,
    ];
    const toegewezen = omvang(toewijzing);
    if (toegewezen !== undefined) {
      // Claimed so far: also what only this message takes back.
      const geclaimd = [...mee, ...eerdereDebetten.filter((debet) => daarop(debet)
        && !goed.some((credit) => !isDebet(credit) && vorig(credit.prestatie) === nummer(debet)))];
      const laatste = geclaimd.map(({ ProductPeriode }) => ProductPeriode.Einddatum).sort().at(-1) as string;
      const som = mee.reduce((totaal, debet) =>
        totaal + (vergelijkbaar(debet.GeleverdVolume, debet.Eenheid, toegewezen.eenheid) ?? 0), 0);
      const maximum = eens([toegewezen, laatste], () => orakelTotaal(toegewezen, laatste));
      if (som > inVergelijkingseenheid(maximum, toegewezen)) meld('TR322', prestatie);
    }
    const gedeclareerd = mee.reduce((som, debet) => som + debet.IngediendBedrag.Bedrag, 0);
    if (toewijzing.budget !== undefined && gedeclareerd > toewijzing.budget) meld('TR369', prestatie);
    if (zonderFout(prestatie)) opgeteld.push(prestatie);
  }
  return codes;
}

/** What the register would tell about earlier claims, for the Prestaties of a message. */
export function eerderGedeclareerd(
  geschiedenis: readonly Regel[], prestaties: readonly WMO323.Prestatie[],
): Pick<Dossier, 'gebruikteReferenties' | 'debetten' | 'openDebetten' | 'gedeclareerd'> {
  const goed = geschiedenis.filter(({ goedgekeurd }) => goedgekeurd);
  const debetten = goed.filter(isDebet);
  const credits = goed.filter((regel) => !isDebet(regel)).map(({ prestatie }) => prestatie);
  const creditsOp = ({ prestatie }: Regel) => credits.filter((credit) => vorig(credit) === nummer(prestatie));
  const sleutel = (p: WMO323.Prestatie): string => prestatiesleutel(
    p.ToewijzingNummer, p.ProductCategorie, p.ProductCode, p.ProductPeriode.Begindatum, p.ProductPeriode.Einddatum);
  const eerderDebet = (regel: Regel): EerderDebet => ({
    referentieNummer: nummer(regel.prestatie), bsn: regel.bsn, toewijzingNummer: regel.prestatie.ToewijzingNummer,
    sleutel: sleutel(regel.prestatie), volume: regel.prestatie.GeleverdVolume, eenheid: regel.prestatie.Eenheid,
    tarief: regel.prestatie.ProductTarief, bedrag: regel.prestatie.IngediendBedrag.Bedrag,
    gecrediteerd: creditsOp(regel).length > 0,
  });
  const genoemd = new Set(prestaties.map(nummer));
  const gecrediteerd = new Set(prestaties.map(vorig));
  const sleutels = new Set(prestaties.map(sleutel));
  return {
    gebruikteReferenties: new Set(
      geschiedenis.map(({ prestatie }) => nummer(prestatie)).filter((een) => genoemd.has(een))),
    debetten: new Map(debetten.filter(({ prestatie }) => gecrediteerd.has(nummer(prestatie)))
      .map((regel) => [nummer(regel.prestatie), eerderDebet(regel)])),
    openDebetten: new Map(debetten
      .filter((regel) => sleutels.has(sleutel(regel.prestatie))
        && !creditsOp(regel).some((credit) => periode(credit) === periode(regel.prestatie)))
      .map(({ prestatie }) => [sleutel(prestatie), nummer(prestatie)])),
    gedeclareerd: new Map([...new Set(prestaties.map((een) => een.ToewijzingNummer))].map((toewijzingNummer) => {
      const daarop = debetten
        .filter((regel) => regel.prestatie.ToewijzingNummer === toewijzingNummer && creditsOp(regel).length === 0)
        .map(({ prestatie }) => prestatie);
      const volumes = new Map<string, number>();
      for (const { Eenheid: een, GeleverdVolume } of daarop) volumes.set(een, (volumes.get(een) ?? 0) + GeleverdVolume);
      return [toewijzingNummer, {
        volumes, bedrag: daarop.reduce((som, een) => som + een.IngediendBedrag.Bedrag, 0),
        totEnMet: daarop.map(({ ProductPeriode }) => ProductPeriode.Einddatum).sort().at(-1),
      }];
    })),
  };
}
