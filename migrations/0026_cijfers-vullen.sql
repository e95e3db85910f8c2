-- los, uitbreiding
-- What was there before; from now on the database keeps it. Beside the work, a pair at a time.
call cijfers_vul();
drop procedure if exists cijfers_vul();
-- Allocations that ended, for counting those that came in the place of another.
drop index concurrently if exists toewijzing_einde;
create index concurrently toewijzing_einde on toewijzing (gemeente, einddatum) where einddatum is not null;
