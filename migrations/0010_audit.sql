-- Who did what to whose data, on behalf of which party, when, why and with what result. What is written here is never changed.

-- Where entries arrive, in the transaction of what they tell about. Within seconds they move to `audit`, in order and chained.
create table audit_nieuw (
  id           bigint generated always as identity primary key,
  op           timestamptz(3) not null default now(),
  client       text not null check (client <> ''),
  namens       text,
  handeling    text not null check (handeling <> ''),
  object       text,
  -- Numbers of persons in the register; empty where the object says whose data it is about, or where it is about nobody's.
  betrokkenen  bigint[] not null default '{}',
  reden        text not null check (reden <> ''),
  resultaat    text not null check (resultaat <> '')
);

create table audit (
  -- Without gaps.
  nr           bigint primary key,
  op           timestamptz(3) not null,
  client       text not null check (client <> ''),
  namens       text,
  handeling    text not null,
  object       text,
  betrokkenen  bigint[] not null,
  reden        text not null,
  resultaat    text not null,
  -- SHA-256 over the hash before it and this entry.
  hash         bytea not null
);
create index audit_op on audit (op);
create index audit_betrokkenen on audit using gin (betrokkenen);
create index audit_object on audit (object, nr) where object is not null;

create function audit_blijft() returns trigger language plpgsql as $$
begin
  -- Retention lets the oldest go, and says so in the trail itself.
  if tg_op = 'DELETE' and current_setting('iwmo.bewaartermijn', true) = 'verstreken' then
    return null;
  end if;
  raise exception 'audit: een regel wordt niet gewijzigd of verwijderd';
end $$;
create trigger audit_blijft before update or delete or truncate on audit for each statement execute function audit_blijft();

create function audit_nieuw_blijft() returns trigger language plpgsql as $$
begin
  raise exception 'audit: een regel wordt niet gewijzigd';
end $$;
create trigger audit_nieuw_blijft before update or truncate on audit_nieuw for each statement execute function audit_nieuw_blijft();
