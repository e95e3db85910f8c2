-- What a municipality does itself: numbers for the allocations it makes, and why a request waits for a person.

-- Last ToewijzingNummer that was handed out; the row is the lock that keeps numbers unique under concurrency.
create table toewijzing_teller (
  gemeente  text primary key,
  laatste   integer not null
);

-- A request as people and policy see it: a name without meaning, whether policy has looked, and why it waits for a person.
alter table verzoek add column id uuid not null default gen_random_uuid();
alter table verzoek add column bekeken_op timestamptz;
alter table verzoek add column wacht_op text[] not null default '{}';
create unique index verzoek_id on verzoek (id);
create index verzoek_status on verzoek (gemeente, status, id);
create index verzoek_te_bekijken on verzoek (gemeente, aanbieder, bericht_id) where bekeken_op is null and status = 'onderhanden';
