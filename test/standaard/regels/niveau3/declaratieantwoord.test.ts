import { describe, it } from 'vitest';
import type { WMO323, WMO325 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier } from '../../../../src/standaard/regels/dossier.js';
import { dossierVoor, toewijzing } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import {
  afgewezenPrestatie, antwoordVan, antwoordVoor, declaratieVan, declaratieVoor, met323, met325, prestatie, zonder,
} from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, header, wmo323, wmo325 } from '../../../hulp/voorbeelden.js';

type Verwacht = readonly [regel: string, retourcode: string | undefined, klasse: string, pad: string];

function verwacht(
  antwoord: WMO325.Bericht, declaratie: WMO323.Bericht | undefined, ...fouten: readonly Verwacht[]
): void {
  verwachtNiveau34('WMO325', antwoord, dossierVoor('WMO325', { declaratie }), ...fouten);
}

const metKop = (kop: Partial<WMO325.Header>): WMO325.Bericht => ({ ...wmo325, Header: { ...wmo325.Header, ...kop } });
const kopVan323 = (kop: Partial<WMO323.Header>): WMO323.Bericht =>
  ({ ...wmo323, Header: { ...wmo323.Header, ...kop } });
/** The claim was rejected in its Header. */
const ALLEEN_KOP: WMO325.Bericht = { Header: { ...wmo325.Header, RetourCodes: ['9056'] } };

describe('TR337', () => {
  const fout = ['TR337', undefined, 'Header', '/Header'] as const;

  it('voldoet: het antwoord is op een WMO323 van de aanbieder aan deze gemeente', () => {
    verwacht(wmo325, wmo323);
    verwacht(ALLEEN_KOP, wmo323);
  });

  it('breekt alleen TR337: er is geen WMO323 met deze Identificatie; de rest wordt niet beoordeeld', () => {
    verwacht(wmo325, undefined, fout);
    verwacht(ALLEEN_KOP, undefined, fout);
  });

  it.each<WMO323.Bericht>([
    kopVan323({ BerichtIdentificatie: { Identificatie: 'D0002', Dagtekening: '2026-04-03' } }),
    kopVan323({ BerichtIdentificatie: { Identificatie: 'D0001', Dagtekening: '2026-04-02' } }),
    kopVan323({ Afzender: '65656056' }), kopVan323({ Ontvanger: '0344' }),
  ])('breekt alleen TR337: Identificatie, Dagtekening of partij verschilt', (ander) => {
    verwacht(wmo325, ander, fout);
    const XsdVersie = { BasisschemaXsdVersie: '1.0.1', BerichtXsdVersie: '1.0.1' };
    verwacht(ALLEEN_KOP, { ...ander, Header: { ...ander.Header, XsdVersie } }, fout);
  });

  it('niet van toepassing: de eigen Identificatie van het antwoord', () => {
    verwacht(metKop({ BerichtIdentificatie: { Identificatie: 'X', Dagtekening: '2026-05-01' } }), wmo323);
  });
});

describe('TR371', () => {
  const fout = ['TR371', undefined, 'Header', '/Header'] as const;
  const andere = [
    { BasisschemaXsdVersie: '1.0.1', BerichtXsdVersie: '1.0.0' },
    { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.1' },
  ];

  it('voldoet: de versies van de declaratie', () => {
    for (const versie of andere) verwacht(metKop({ XsdVersieDeclaratie: versie }), kopVan323({ XsdVersie: versie }));
  });

  it('breekt alleen TR371: een van de versies verschilt', () => {
    for (const versie of andere) {
      verwacht(metKop({ XsdVersieDeclaratie: versie }), wmo323, fout);
      verwacht(wmo325, kopVan323({ XsdVersie: versie }), fout);
    }
  });

  it('niet van toepassing: XsdVersie van het antwoord zelf, of er is geen declaratie', () => {
    for (const versie of andere) {
      verwacht(metKop({ XsdVersie: versie }), wmo323);
      verwacht(metKop({ XsdVersieDeclaratie: versie }), undefined, ['TR337', undefined, 'Header', '/Header']);
    }
  });
});

describe('TR376', () => {
  it('voldoet: het DeclaratieNummer van de declaratie', () => {
    verwacht(met325({ DeclaratieNummer: 'DN0002' }), met323({ DeclaratieNummer: 'DN0002' }));
  });

  it('breekt alleen TR376: een ander DeclaratieNummer; de rest wordt niet beoordeeld', () => {
    const fout = ['TR376', undefined, 'DeclaratieAntwoord', '/DeclaratieAntwoord'] as const;
    verwacht(met325({ DeclaratieNummer: 'DN0002' }), wmo323, fout);
    verwacht(met325({ DeclaratieNummer: 'dn0001' }), declaratieVoor({ Bsn: ANDER_BSN, Prestaties: [prestatie] }), fout);
  });

  it('niet van toepassing: er is geen DeclaratieAntwoord', () => {
    verwacht(ALLEEN_KOP, met323({ DeclaratieNummer: 'DN0002' }));
  });
});

const PAD = '/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]';
const VORIG: WMO323.Prestatie = {
  ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0001', VorigReferentieNummer: 'OUD0001' },
  IngediendBedrag: { Bedrag: 60_000, DebetCredit: 'C' },
};
const afgewezen = (een: WMO323.Prestatie): WMO325.Prestatie => ({ ...een, RetourCodes: ['9321'] });

describe('TR366', () => {
  const fout = ['TR366', '9366', 'Prestatie', PAD] as const;
  const nummer = (ReferentieNummer: string): WMO323.Prestatie =>
    ({ ...prestatie, ProductReferentie: { ReferentieNummer } });

  it('voldoet: de declaratie bevat een Prestatie met deze ProductReferentie', () => {
    verwacht(wmo325, wmo323);
    verwacht(antwoordVan(afgewezen(VORIG)), declaratieVan(VORIG));
  });

  it('breekt alleen TR366: geen Prestatie met dit ReferentieNummer', () => {
    verwacht(wmo325, declaratieVan(nummer('RN0002'), nummer('RN000')), fout);
  });

  it('breekt alleen TR366: een ander VorigReferentieNummer, of een waar er geen is', () => {
    verwacht(antwoordVan(afgewezen(VORIG)), wmo323, fout);
    verwacht(wmo325, declaratieVan(VORIG), fout);
    const ander = { ...VORIG, ProductReferentie: { ReferentieNummer: 'RN0001', VorigReferentieNummer: 'OUD0002' } };
    verwacht(antwoordVan(afgewezen(VORIG)), declaratieVan(ander), fout);
    // Together the two numbers read the same.
    const ProductReferentie = { ReferentieNummer: 'RN0001O', VorigReferentieNummer: 'UD0001' };
    const verschoven = { ...VORIG, ProductReferentie };
    verwacht(antwoordVan(afgewezen(VORIG)), declaratieVan(verschoven), fout);
  });

  it('niet van toepassing: zonder Clienten, of onder een client die de declaratie niet heeft', () => {
    verwacht({ ...wmo325, DeclaratieAntwoord: {
      ...zonder(met325({}).DeclaratieAntwoord as WMO325.DeclaratieAntwoord, 'Clienten'),
      TotaalToegekendBedrag: { TotaalBedrag: 60_000, DebetCredit: 'D' }, RetourCodes: ['8001'],
    } }, declaratieVan(nummer('RN0002')));
    verwacht(wmo325, declaratieVoor({ Bsn: ANDER_BSN, Prestaties: [nummer('RN0002')] }),
      ['TR304', '8187', 'Client', '/DeclaratieAntwoord/Clienten/Client[1]']);
  });
});

describe('TR367', () => {
  const fout = ['TR367', '9367', 'Prestatie', PAD] as const;

  it('voldoet: alles is als in de declaratie', () => {
    verwacht(wmo325, wmo323);
    const euro: WMO323.Prestatie = { ...zonder(prestatie, 'ProductTarief'), Eenheid: '83', GeleverdVolume: 60_000 };
    verwacht(antwoordVan(afgewezen(euro)), declaratieVan(euro));
  });

  const ANDERS: Readonly<Record<string, Partial<WMO323.Prestatie>>> = {
    ToewijzingNummer: { ToewijzingNummer: 300202 },
    ProductCategorie: { ProductCategorie: '03' },
    ProductCode: { ProductCode: '02a03' },
    Begindatum: { ProductPeriode: { Begindatum: '2026-03-02', Einddatum: '2026-03-31' } },
    Einddatum: { ProductPeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-30' } },
    GeleverdVolume: { GeleverdVolume: 11 },
    Eenheid: { Eenheid: '16' },
    ProductTarief: { ProductTarief: 6001 },
    Bedrag: { IngediendBedrag: { Bedrag: 60_001, DebetCredit: 'D' } },
    alles: {
      ToewijzingNummer: 300202, ProductCategorie: '03', ProductCode: 'X',
      ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' },
      GeleverdVolume: 1, Eenheid: '14', ProductTarief: 1, IngediendBedrag: { Bedrag: 1, DebetCredit: 'D' },
    },
  };
  it.each(Object.entries(ANDERS))('breekt alleen TR367: %s verschilt', (_naam, anders) => {
    verwacht(antwoordVan({ ...afgewezenPrestatie, ...anders }), wmo323, fout);
    verwacht(wmo325, declaratieVan({ ...prestatie, ...anders }), fout);
  });

  it('breekt alleen TR367: ProductTarief staat in een van beide niet', () => {
    verwacht(antwoordVan(zonder(afgewezenPrestatie, 'ProductTarief')), wmo323, fout);
    verwacht(wmo325, declaratieVan(zonder(prestatie, 'ProductTarief')), fout);
  });

  it('breekt alleen TR367: DebetCredit verschilt', () => {
    const debet = { ...VORIG, IngediendBedrag: prestatie.IngediendBedrag };
    verwacht(antwoordVan(afgewezen(VORIG)), declaratieVan(debet), fout);
  });

  it('voldoet: hetzelfde nummer bij twee clienten, elk vergeleken met de eigen Prestatie', () => {
    const tweede = { ...prestatie, ToewijzingNummer: 300202, GeleverdVolume: 11 };
    const declaratie = declaratieVoor({ Bsn: BSN, Prestaties: [prestatie] }, { Bsn: ANDER_BSN, Prestaties: [tweede] });
    verwacht(antwoordVoor({ Bsn: BSN, Prestaties: [afgewezen(prestatie)] },
      { Bsn: ANDER_BSN, Prestaties: [afgewezen(tweede)] }), declaratie);
    verwacht(antwoordVoor({ Bsn: ANDER_BSN, Prestaties: [afgewezen(prestatie)] }), declaratie, fout);
  });

  it('voldoet: de Prestatie staat in de declaratie bij een andere client', () => {
    const declaratie = declaratieVoor({ Bsn: ANDER_BSN, Prestaties: [prestatie] }, { Bsn: BSN, Prestaties: [
      { ...prestatie, ToewijzingNummer: toewijzing.nummer + 1, ProductReferentie: { ReferentieNummer: 'RN0002' } }] });
    verwacht(wmo325, declaratie);
    verwacht(antwoordVan({ ...afgewezenPrestatie, GeleverdVolume: 11 }), declaratie, fout);
  });

  it('niet van toepassing: de declaratie heeft zo een Prestatie niet', () => {
    verwacht(antwoordVan({ ...afgewezenPrestatie, GeleverdVolume: 11 }),
      declaratieVan({ ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0002' } }),
      ['TR366', '9366', 'Prestatie', PAD]);
  });
});

describe('een fout in de Header van een WMO325', () => {
  it('houdt de rest tegen', () => {
    const dossier: Partial<Dossier> = { identificatieGebruikt: true, declaratie: undefined };
    verwachtNiveau34('WMO325', { ...wmo325, Header: { ...wmo325.Header, ...header('WMO325', 'T0002', '2026-04-06') } },
      dossierVoor('WMO325', dossier), ['TR056', '9056', 'Header', '/Header'],
      ['TR337', undefined, 'Header', '/Header']);
  });
});
