-- los, uitbreiding
-- An outgoing Fo01 is known outside by its own number.
drop index concurrently if exists stuf_foutbericht_nummer;
create unique index concurrently stuf_foutbericht_nummer on stuf_foutbericht (referentienummer) where richting = 'uitgaand';
drop index concurrently if exists bezorging_foutbericht_uniek;
create unique index concurrently bezorging_foutbericht_uniek on bezorging (foutbericht_id) where foutbericht_id is not null;
-- The two heads of a line: a webhook that takes no fault messages passes over them at no cost, however many there are.
drop index concurrently if exists bezorging_bericht_aan_de_beurt;
create index concurrently bezorging_bericht_aan_de_beurt on bezorging (partij, id) where bezorgd_op is null and terzijde_op is null and foutbericht_id is null;
drop index concurrently if exists bezorging_foutbericht_aan_de_beurt;
create index concurrently bezorging_foutbericht_aan_de_beurt on bezorging (partij, id) where bezorgd_op is null and terzijde_op is null and foutbericht_id is not null;
