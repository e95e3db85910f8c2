-- Notices of structural change that an aanbieder files and the access team follows up.

create table vooraankondiging (
  gemeente           text not null,
  id                 uuid not null default gen_random_uuid(),
  aanbieder          text not null,
  bsn                text not null,
  toewijzing_nummer  integer not null,
  richting           text not null check (richting in ('op', 'af')),
  categorie          text not null,
  code               text,
  vanaf              date not null,
  toelichting        text,
  status             text not null default 'ingediend'
                     check (status in ('ingediend', 'evaluatie-vervroegd', 'melding-geopend', 'melding-definitief', 'verslag-ondertekend',
                       'toegewezen', 'afgewezen')),
  -- Effective date: that of the definitive notice.
  definitief_op      date,
  ingediend_op       date not null,
  bericht_id         uuid references bericht (id),
  primary key (gemeente, id),
  foreign key (gemeente, toewijzing_nummer) references toewijzing (gemeente, toewijzing_nummer)
);
create unique index vooraankondiging_id on vooraankondiging (id);
create index vooraankondiging_status on vooraankondiging (gemeente, status, id);
-- One open notice per allocation.
create unique index vooraankondiging_open on vooraankondiging (gemeente, toewijzing_nummer) where status not in ('toegewezen', 'afgewezen');

create table vooraankondiging_stap (
  gemeente            text not null,
  vooraankondiging_id uuid not null,
  volgnummer          bigint generated always as identity,
  stap                text not null,
  datum               date not null,
  client              text not null,
  gezet_op            timestamptz not null default now(),
  primary key (gemeente, vooraankondiging_id, volgnummer),
  foreign key (gemeente, vooraankondiging_id) references vooraankondiging (gemeente, id)
);
