/** One complete message of each type that passes levels 1 and 2, as a start for variations. Persons are fictitious. */
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { BERICHTSOORTEN, type Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';

export const GEMEENTE = '0363';
export const AANBIEDER = '65656055';
export const BSN = '999900006';
export const ANDER_BSN = '999900018';

const XsdVersie = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };

export function header(soort: Berichtsoort, identificatie = 'B0001', dagtekening = '2026-03-02') {
  const vanGemeente = BERICHTSOORTEN[soort].afzender === 'gemeente';
  return {
    BerichtCode: BERICHTSOORTEN[soort].code, BerichtVersie: 3, BerichtSubversie: 2,
    Afzender: vanGemeente ? GEMEENTE : AANBIEDER, Ontvanger: vanGemeente ? AANBIEDER : GEMEENTE,
    BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: dagtekening }, XsdVersie,
  };
}

const Geboortedatum = { Datum: '1967-08-13' };
const VerkorteNaam = { Geslachtsnaam: { Achternaam: 'Vos' }, Voorletters: 'T' };

export const wmo301: Berichten['WMO301'] = {
  Header: header('WMO301'),
  Client: {
    Bsn: BSN, Geboortedatum, Geslacht: '1',
    Naam: { Geslachtsnaam: { Achternaam: 'Vos' }, Voorletters: 'T', NaamGebruik: '1' },
    Contactgegevens: [{
      Soort: '01',
      Adres: { Huis: { Huisnummer: 10 }, Postcode: '1234AB', Straatnaam: 'Lindelaan', Plaatsnaam: 'Voorbeeldstad', LandCode: 'NL' },
    }],
    ToegewezenProducten: [{
      ToewijzingNummer: 300201, Product: { Categorie: '02', Code: '02A03' },
      Toewijzingsdatum: '2026-02-20', Toewijzingstijd: '10:15:00', Ingangsdatum: '2026-03-01', Einddatum: '2026-12-31',
      Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' },
    }],
  },
};

export const wmo305: Berichten['WMO305'] = {
  Header: header('WMO305', 'S0001', '2026-03-05'),
  Client: {
    Bsn: BSN, Geboortedatum, Geslacht: '1', Naam: VerkorteNaam,
    StartProducten: [{
      ToewijzingNummer: 300201, Product: { Categorie: '02', Code: '02A03' }, ToewijzingIngangsdatum: '2026-03-01',
      Begindatum: '2026-03-03', StatusAanlevering: '1',
    }],
  },
};

export const wmo307: Berichten['WMO307'] = {
  Header: header('WMO307', 'P0001', '2026-06-05'),
  Client: {
    Bsn: BSN, Geboortedatum, Geslacht: '1', Naam: VerkorteNaam,
    StopProducten: [{
      ToewijzingNummer: 300201, Product: { Categorie: '02', Code: '02A03' }, ToewijzingIngangsdatum: '2026-03-01',
      Begindatum: '2026-03-03', Einddatum: '2026-05-31', RedenBeeindiging: '19', StatusAanlevering: '1',
    }],
  },
};

export const wmo315: Berichten['WMO315'] = {
  Header: header('WMO315', 'V0001', '2026-02-02'),
  Client: {
    Bsn: BSN, Geboortedatum, Geslacht: '1', Naam: VerkorteNaam,
    AangevraagdeProducten: [{
      ReferentieAanbieder: 'REF-2026-001', Product: { Categorie: '02', Code: '02A03' },
      ToewijzingIngangsdatum: '2026-03-01', ToewijzingEinddatum: '2026-12-31',
      Omvang: { Volume: 4, Eenheid: '04', Frequentie: '2' },
      Verwijzer: { Type: '01' },
    }],
  },
};

export const wmo317: Berichten['WMO317'] = {
  Header: header('WMO317', 'W0001', '2026-04-01'),
  Client: {
    Bsn: BSN,
    Verzoek: {
      ReferentieAanbieder: 'REF-2026-101', RedenVerzoek: '1',
      TeWijzigenProducten: [{
        ToewijzingNummer: 300201, GewensteIngangsdatum: '2026-05-01', Einddatum: '2026-12-31',
        Omvang: { Volume: 6, Eenheid: '04', Frequentie: '2' },
      }],
    },
  },
};

export const wmo319: Berichten['WMO319'] = {
  Header: header('WMO319', 'A0001', '2026-02-05'),
  Antwoord: { ReferentieAanbieder: 'REF-2026-001', VerzoekAntwoord: '2' },
};

export const wmo323: Berichten['WMO323'] = {
  Header: header('WMO323', 'D0001', '2026-04-03'),
  Declaratie: {
    DeclaratieNummer: 'DN0001', DeclaratiePeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-31' },
    DeclaratieDagtekening: '2026-04-03', TotaalIngediendBedrag: { TotaalBedrag: 60000, DebetCredit: 'D' },
    Clienten: [{
      Bsn: BSN,
      Prestaties: [{
        ProductReferentie: { ReferentieNummer: 'RN0001' }, ToewijzingNummer: 300201, ProductCategorie: '02', ProductCode: '02A03',
        ProductPeriode: { Begindatum: '2026-03-01', Einddatum: '2026-03-31' },
        GeleverdVolume: 10, Eenheid: '04', ProductTarief: 6000, IngediendBedrag: { Bedrag: 60000, DebetCredit: 'D' },
      }],
    }],
  },
};

export const wmo325: Berichten['WMO325'] = {
  Header: {
    ...header('WMO325', 'T0001', '2026-04-06'),
    DeclaratieIdentificatie: { Identificatie: 'D0001', Dagtekening: '2026-04-03' }, XsdVersieDeclaratie: XsdVersie,
    RetourCodes: ['0200'],
  },
  DeclaratieAntwoord: {
    DeclaratieNummer: 'DN0001', TotaalIngediendBedrag: { TotaalBedrag: 60000, DebetCredit: 'D' },
    TotaalToegekendBedrag: { TotaalBedrag: 0, DebetCredit: 'D' },
    Clienten: [{
      Bsn: BSN,
      Prestaties: [{ ...(wmo323.Declaratie.Clienten[0]?.Prestaties[0] as Berichten['WMO323']['Declaratie']['Clienten'][0]['Prestaties'][0]),
        RetourCodes: ['9321'] }],
      RetourCodes: ['0200'],
    }],
    RetourCodes: ['0200'],
  },
};

export const VOORBEELDEN = {
  WMO301: wmo301, WMO305: wmo305, WMO307: wmo307, WMO315: wmo315, WMO317: wmo317, WMO319: wmo319, WMO323: wmo323, WMO325: wmo325,
} as const;
