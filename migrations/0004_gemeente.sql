-- What a municipality does itself: numbers for the allocations it makes, and why a request waits for a person.

-- Last ToewijzingNummer that was handed out; the row is the lock that keeps numbers unique under concurrency.
create table toewijzing_teller (
  gemeente  text primary key,
  laatste   integer not null
);

-- Why a pending request waits for a person; empty while policy has not looked or has decided.
alter table verzoek add column wacht_op text[] not null default '{}';
alter table verzoek add column aangevraagd_op date;
create index verzoek_status on verzoek (gemeente, status, bericht_id);
