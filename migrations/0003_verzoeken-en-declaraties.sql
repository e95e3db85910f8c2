-- The register, second part: what aanbieders asked for and claimed.

-- Requests: one row per AangevraagdProduct (WMO315) or Verzoek (WMO317). The two types share one space of references (TR347).
create table verzoek (
  gemeente              text not null,
  aanbieder             text not null,
  referentie_aanbieder  text not null,
  bsn                   text not null,
  berichtsoort          text not null check (berichtsoort in ('WMO315', 'WMO317')),
  -- Position in its message, from 1.
  volgorde              integer not null,
  -- When what it asks for begins: of the product (WMO315), or of each allocation it names (WMO317).
  ingangsdatums         date[] not null,
  status                text not null default 'onderhanden'
                        check (status in ('onderhanden', 'in-onderzoek', 'toegewezen', 'afgewezen')),
  bericht_id            uuid not null references bericht (id),
  primary key (gemeente, aanbieder, referentie_aanbieder)
);
create index verzoek_lopend on verzoek (gemeente, aanbieder, bsn) where status in ('onderhanden', 'in-onderzoek');

-- Answers of the gemeente to a request (WMO319).
create table verzoek_antwoord (
  gemeente              text not null,
  aanbieder             text not null,
  referentie_aanbieder  text not null,
  volgnummer            bigint generated always as identity,
  verzoek_antwoord      text not null check (verzoek_antwoord in ('1', '2')),
  reden_afwijzing       text,
  bericht_id            uuid not null references bericht (id),
  primary key (gemeente, aanbieder, referentie_aanbieder, volgnummer),
  foreign key (gemeente, aanbieder, referentie_aanbieder) references verzoek
);

-- Claims that were processed, also when every line was rejected (IV087). Amounts in cents with sign: credit is negative.
create table declaratie (
  gemeente           text not null,
  aanbieder          text not null,
  declaratie_nummer  text not null,
  periode_begin      date not null,
  periode_eind       date not null,
  ingediend          bigint not null,
  toegekend          bigint not null,
  bericht_id         uuid not null references bericht (id),
  primary key (gemeente, aanbieder, declaratie_nummer)
);
create index declaratie_periode on declaratie (gemeente, aanbieder, periode_begin);

-- Claim lines of processed claims. A rejected line keeps its number taken (TR314) but counts for nothing else.
create table prestatie (
  gemeente                 text not null,
  aanbieder                text not null,
  referentie_nummer        text not null,
  vorig_referentie_nummer  text,
  bsn                      text not null,
  toewijzing_nummer        integer not null,
  categorie                text not null,
  code                     text not null,
  begindatum               date not null,
  einddatum                date not null,
  volume                   integer not null,
  eenheid                  text not null,
  tarief                   integer,
  bedrag                   integer not null,
  debet_credit             text not null check (debet_credit in ('D', 'C')),
  goedgekeurd              boolean not null,
  -- For an approved debit: the message whose approved credit took it back.
  gecrediteerd_door        uuid references bericht (id),
  bericht_id               uuid not null references bericht (id),
  primary key (gemeente, aanbieder, referentie_nummer)
);
-- At most one approved, uncredited debit for the same delivery (TR389).
create unique index prestatie_open_debet on prestatie (gemeente, toewijzing_nummer, aanbieder, categorie, code, begindatum, einddatum)
  where goedgekeurd and debet_credit = 'D' and gecrediteerd_door is null;
-- A debit is credited at most once (TR390).
create unique index prestatie_credit on prestatie (gemeente, aanbieder, vorig_referentie_nummer)
  where goedgekeurd and debet_credit = 'C';
