-- The register: what has been allocated, started and stopped, by messages that were not rejected. Every key starts with the gemeente.

-- Used identifications (TR056): one row per message that was not rejected as a whole.
create table identificatie (
  gemeente       text not null,
  afzender       text not null,
  ontvanger      text not null,
  berichtsoort   text not null,
  identificatie  text not null,
  bericht_id     uuid not null references bericht (id),
  primary key (gemeente, afzender, ontvanger, berichtsoort, identificatie)
);

-- The current version of each allocation (IV013). What makes it the same allocation (TR332) never changes.
create table toewijzing (
  gemeente             text not null,
  toewijzing_nummer    integer not null,
  aanbieder            text not null,
  bsn                  text not null,
  categorie            text,
  code                 text,
  ingangsdatum         date not null,
  toewijzingsdatum     date not null,
  toewijzingstijd      text not null,
  einddatum            date,
  reden_wijziging      text,
  volume               integer,
  eenheid              text,
  frequentie           text,
  budget               integer,
  referentie_aanbieder text,
  bericht_id           uuid not null references bericht (id),
  primary key (gemeente, toewijzing_nummer)
);
create index toewijzing_client on toewijzing (gemeente, aanbieder, bsn);

-- Every version that came in, as it came in.
create table toewijzing_versie (
  gemeente             text not null,
  toewijzing_nummer    integer not null,
  versie               bigint generated always as identity,
  toewijzingsdatum     date not null,
  toewijzingstijd      text not null,
  einddatum            date,
  reden_wijziging      text,
  volume               integer,
  eenheid              text,
  frequentie           text,
  budget               integer,
  referentie_aanbieder text,
  bericht_id           uuid not null references bericht (id),
  primary key (gemeente, toewijzing_nummer, versie),
  foreign key (gemeente, toewijzing_nummer) references toewijzing (gemeente, toewijzing_nummer)
);

-- Deliveries. A removal (StatusAanlevering 3) marks the row; the partial unique index guards that one full key is active once.
create table start_product (
  id                 bigint generated always as identity primary key,
  gemeente           text not null,
  aanbieder          text not null,
  bsn                text not null,
  toewijzing_nummer  integer,
  categorie          text,
  code               text,
  begindatum         date not null,
  bericht_id         uuid not null references bericht (id),
  verwijderd_door    uuid references bericht (id)
);
create unique index start_product_actief on start_product
  (gemeente, aanbieder, bsn, coalesce(toewijzing_nummer, -1), coalesce(categorie, ''), coalesce(code, ''), begindatum)
  where verwijderd_door is null;

create table stop_product (
  id                 bigint generated always as identity primary key,
  gemeente           text not null,
  aanbieder          text not null,
  bsn                text not null,
  toewijzing_nummer  integer,
  categorie          text,
  code               text,
  begindatum         date not null,
  einddatum          date not null,
  reden_beeindiging  text not null,
  bericht_id         uuid not null references bericht (id),
  verwijderd_door    uuid references bericht (id)
);
create unique index stop_product_actief on stop_product
  (gemeente, aanbieder, bsn, coalesce(toewijzing_nummer, -1), coalesce(categorie, ''), coalesce(code, ''), begindatum,
   reden_beeindiging, einddatum)
  where verwijderd_door is null;
