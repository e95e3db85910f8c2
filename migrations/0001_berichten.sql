-- The message store. Every message that was acknowledged is here, byte for byte, with how it was judged.

create table bericht (
  id             uuid primary key,
  -- Order of storage. Within a pair it is handed out under a lock, so that a lower number was also committed earlier.
  volgnummer     bigint generated always as identity unique,
  berichtsoort   text not null,
  richting       text not null check (richting in ('inkomend', 'uitgaand')),
  gemeente       text not null,
  aanbieder      text not null,
  afzender       text not null,
  ontvanger      text not null,
  identificatie  text not null,
  dagtekening    date not null,
  status         text not null check (status in ('ontvangen', 'goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'mislukt', 'klaargezet')),
  bevindingen    jsonb not null default '[]',
  -- SHA-256 and size in bytes of the message as received or sent.
  hash           bytea not null,
  omvang         integer not null,
  client         text not null,
  ontvangen_op   timestamptz not null,
  beoordeeld_op  timestamptz,
  -- For an answer: the message it answers. At most one answer per message.
  antwoord_op    uuid unique references bericht (id),
  pogingen       smallint not null default 0,
  volgende_poging_op timestamptz,
  -- Set aside after the last attempt: no longer retried by itself, holds up nobody.
  terzijde_op    timestamptz
);

create index bericht_nieuwste on bericht (ontvangen_op desc, volgnummer desc);
create index bericht_soort on bericht (berichtsoort, ontvangen_op desc, volgnummer desc);
create index bericht_afzender on bericht (afzender, ontvangen_op desc, volgnummer desc);
create index bericht_ontvanger on bericht (ontvanger, ontvangen_op desc, volgnummer desc);
create index bericht_status on bericht (status, ontvangen_op desc, volgnummer desc);
-- What still has to be assessed, per pair in order of storage. Small however many messages there are.
create index bericht_open on bericht (gemeente, aanbieder, volgnummer)
  where status in ('ontvangen', 'mislukt') and terzijde_op is null;

create table bericht_inhoud (
  bericht_id uuid primary key references bericht (id),
  codering   text not null check (codering in ('geen', 'gzip')),
  inhoud     bytea not null
);

-- A message that failed level 1: that it was refused, never what was in it.
create table weigering (
  id           bigint generated always as identity primary key,
  geweigerd_op timestamptz not null,
  client       text not null,
  omvang       integer not null,
  berichtsoort text,
  reden        text not null
);

create table idempotentie (
  client         text not null,
  sleutel        text not null,
  hash           bytea not null,
  bericht_id     uuid references bericht (id),
  aangemaakt_op  timestamptz not null,
  primary key (client, sleutel)
);

-- Numbers for IdentificatieRetour and for the Identificatie of messages that are made here.
create sequence berichtnummer;

-- Outbox: what waits for a party. Written in the transaction that made the message.
create table bezorging (
  id            bigint generated always as identity primary key,
  bericht_id    uuid not null unique references bericht (id),
  partij        text not null,
  aangemaakt_op timestamptz not null,
  bezorgd_op    timestamptz
);
create index bezorging_wachtend on bezorging (partij, id) where bezorgd_op is null;
