-- Ways in for what is deleted after its term, and for everything about one person.
create index idempotentie_op on idempotentie (aangemaakt_op);
create index weigering_op on weigering (geweigerd_op);
create index toewijzing_van on toewijzing (persoon);
create index start_product_van on start_product (persoon);
create index stop_product_van on stop_product (persoon);
create index verzoek_van on verzoek (persoon);
create index prestatie_van on prestatie (persoon);
create index vooraankondiging_van on vooraankondiging (persoon);

-- The content may be gone while the message, its verdict and its answer are still known.
alter table bericht add column inhoud_verwijderd_op timestamptz;
create index bericht_te_wissen on bericht (ontvangen_op) where inhoud_verwijderd_op is null;
