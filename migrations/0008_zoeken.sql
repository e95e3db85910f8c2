-- Ways in for looking an allocation up: its deliveries by number.
create index start_product_toewijzing on start_product (gemeente, toewijzing_nummer);
create index stop_product_toewijzing on stop_product (gemeente, toewijzing_nummer);
