-- uitbreiding
-- People at a screen. The cookie itself is not here, only its hash; of the person nothing but what the issuer calls them.

create table websessie (
  hash         bytea primary key,
  medewerker   text not null check (medewerker <> ''),
  -- What the issuer said this person may be, and which of those they are now.
  rollen       text[] not null,
  rol          text not null,
  begonnen_op  timestamptz not null,
  gezien_op    timestamptz not null,
  -- The end, however busy.
  vervalt_op   timestamptz not null
);
create index websessie_vervalt on websessie (vervalt_op);
