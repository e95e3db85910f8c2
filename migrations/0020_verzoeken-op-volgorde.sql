-- los, uitbreiding
-- Requests of one status in the order in which they came in, and notices of one aanbieder at all gemeenten.
drop index concurrently if exists verzoek_volgorde;
create index concurrently verzoek_volgorde on verzoek (gemeente, status, bericht_id, volgorde);
drop index concurrently if exists vooraankondiging_aanbieder;
create index concurrently vooraankondiging_aanbieder on vooraankondiging (aanbieder, id);
