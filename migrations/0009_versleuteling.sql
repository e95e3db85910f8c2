-- Personal data at rest: messages and bsn are sealed with data keys, which are themselves kept wrapped by a key outside the database.

create table sleutel (
  id            integer generated always as identity primary key,
  -- `inhoud` seals, `zoek` makes the keyed hash by which a person is found.
  soort         text not null check (soort in ('inhoud', 'zoek')),
  -- The wrapping key that it is wrapped with, as its service names it.
  verpakt_met   text not null,
  verpakt       bytea not null,
  -- From then on it is used for what is written; before, every process has had time to learn it.
  actief_vanaf  timestamptz not null,
  aangemaakt_op timestamptz not null default now()
);

-- A person in the register: a number without meaning in every other table, the bsn sealed here and nowhere else.
create table persoon (
  id          bigint generated always as identity primary key,
  hash        bytea not null unique,
  -- Key of the hash and key of the seal; null: not yet done (an earlier release, or encryption is off).
  zoeksleutel integer references sleutel (id),
  sleutel     integer references sleutel (id),
  bsn         bytea not null
);
create index persoon_zoeksleutel on persoon (zoeksleutel);
create index persoon_sleutel on persoon (sleutel);

alter table bericht_inhoud add column sleutel integer references sleutel (id);
create index bericht_inhoud_sleutel on bericht_inhoud (sleutel);

insert into persoon (hash, bsn)
select convert_to(bsn, 'UTF8'), convert_to(bsn, 'UTF8') from (
  select bsn from toewijzing union select bsn from start_product union select bsn from stop_product union select bsn from verzoek
  union select bsn from prestatie union select bsn from vooraankondiging) as bekend;

-- One table after another: the column becomes a number, its indexes are made again.
create function pg_temp.naar_persoon(tabel regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s add column persoon bigint', tabel);
  execute format('update %s t set persoon = p.id from persoon p where p.hash = convert_to(t.bsn, ''UTF8'')', tabel);
  execute format('alter table %s alter column persoon set not null', tabel);
  execute format('alter table %s drop column bsn', tabel);
end $$;
select pg_temp.naar_persoon(tabel) from unnest(array['toewijzing', 'start_product', 'stop_product', 'verzoek', 'prestatie',
  'vooraankondiging']::regclass[]) as tabel;

create index toewijzing_client on toewijzing (gemeente, aanbieder, persoon);
create index toewijzing_persoon on toewijzing (gemeente, persoon);
create unique index start_product_actief on start_product
  (gemeente, aanbieder, persoon, coalesce(toewijzing_nummer, -1), coalesce(categorie, ''), coalesce(code, ''), begindatum)
  where verwijderd_door is null;
create unique index stop_product_actief on stop_product
  (gemeente, aanbieder, persoon, coalesce(toewijzing_nummer, -1), coalesce(categorie, ''), coalesce(code, ''), begindatum,
   reden_beeindiging, einddatum)
  where verwijderd_door is null;
create index verzoek_lopend on verzoek (gemeente, aanbieder, persoon) where status in ('onderhanden', 'in-onderzoek');
create index start_product_client on start_product (gemeente, aanbieder, persoon);
create index stop_product_client on stop_product (gemeente, aanbieder, persoon);

-- What an aanbieder explains in its own words may name somebody.
alter table vooraankondiging add column toelichting_sleutel integer references sleutel (id);
alter table vooraankondiging add column toelichting_inhoud bytea;
update vooraankondiging set toelichting_inhoud = convert_to(toelichting, 'UTF8') where toelichting is not null;
alter table vooraankondiging drop column toelichting;
create index vooraankondiging_sleutel on vooraankondiging (toelichting_sleutel) where toelichting_inhoud is not null;
