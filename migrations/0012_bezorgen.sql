-- How messages get out: attempts per delivery, webhooks, and parties whose own software answers.

-- `doorgestuurd`: handed over to a receiver that answers itself; its return message brings the outcome. Not validated: the rows that are there
-- obeyed a narrower check, and looking at them all would hold everybody up.
alter table bericht drop constraint bericht_status_check;
alter table bericht add constraint bericht_status_check check (status in ('ontvangen', 'goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'mislukt',
  'klaargezet', 'doorgestuurd')) not valid;
alter table bericht add column doorgestuurd_op timestamptz;
-- The message that a return message belongs to.
create index bericht_doorgestuurd on bericht (afzender, ontvanger, identificatie, berichtsoort) where doorgestuurd_op is not null;
create index bericht_terzijde on bericht (ontvangen_op desc, volgnummer desc) where terzijde_op is not null;

create table partij (
  code         text primary key,
  -- Its own software assesses and answers what it receives.
  extern       boolean not null,
  gewijzigd_op timestamptz not null
);

alter table bezorging add column pogingen integer not null default 0;
alter table bezorging add column eerste_poging_op timestamptz;
alter table bezorging add column volgende_poging_op timestamptz;
-- Kind of failure of the last attempt, without anything that the receiver said.
alter table bezorging add column laatste_fout text;
-- Set aside after the last attempt: waits in the postvak, and no longer holds up what comes after it.
alter table bezorging add column terzijde_op timestamptz;
alter table bezorging add column bezorgd_via text check (bezorgd_via in ('postvak', 'webhook'));
-- The head of each line, and the lists per state.
create index bezorging_aan_de_beurt on bezorging (partij, id) where bezorgd_op is null and terzijde_op is null;
create index bezorging_terzijde on bezorging (partij, id) where bezorgd_op is null and terzijde_op is not null;
create index bezorging_bezorgd on bezorging (partij, id) where bezorgd_op is not null;

-- Where the messages of a party are pushed to.
create table abonnement (
  partij       text primary key,
  url          text not null,
  vorm         text not null check (vorm in ('json', 'stuf-ggk')),
  gewijzigd_op timestamptz not null,
  -- Switched off: the receiver said that it is gone.
  uit_op       timestamptz,
  -- Who delivers now, and until when nobody else does.
  bezet_door   uuid,
  bezet_tot    timestamptz
);

create table abonnement_geheim (
  id          uuid primary key,
  partij      text not null references abonnement on delete cascade,
  sleutel     integer references sleutel (id),
  inhoud      bytea not null,
  -- Signs beside its successor until then; null is the one that holds.
  geldig_tot  timestamptz
);
create unique index abonnement_geheim_huidig on abonnement_geheim (partij) where geldig_tot is null;
create index abonnement_geheim_partij on abonnement_geheim (partij);
create index abonnement_geheim_sleutel on abonnement_geheim (sleutel);
