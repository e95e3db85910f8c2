-- los, uitbreiding
-- Terms that are not closed, by who must act and by kind. Closed ones, by far the most, are not in these.
drop index concurrently if exists termijn_open_partij;
create index concurrently termijn_open_partij on termijn (gemeente, partij, vervaldatum, volgnummer) where gesloten_op is null;
drop index concurrently if exists termijn_open_soort;
create index concurrently termijn_open_soort on termijn (gemeente, soort, vervaldatum, volgnummer) where gesloten_op is null;
