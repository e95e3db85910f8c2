-- uitbreiding
-- Figures that would otherwise be added up from every line, and the waiting list that would otherwise be looked for among all allocations. Kept by
-- the database itself, so that a process of the release before this one keeps them too.

-- Approved lines, debits minus credits, per month of the first day.
create table productie_maand (
  gemeente  text not null,
  -- First day of the month.
  maand     date not null,
  aanbieder text not null,
  categorie text not null,
  code      text not null,
  eenheid   text not null,
  volume    bigint not null,
  -- Cents.
  bedrag    bigint not null,
  -- Lines that it is made of; a row without any is as good as none.
  regels    bigint not null,
  primary key (gemeente, maand, aanbieder, categorie, code, eenheid)
) with (fillfactor = 80);

create function productie_maand_bij() returns trigger language plpgsql as $$
begin
  -- In the order of the key: two that write the same rows wait for each other, and never for each other in turn.
  insert into productie_maand as m (gemeente, maand, aanbieder, categorie, code, eenheid, volume, bedrag, regels)
  select gemeente, begindatum - (extract(day from begindatum)::int - 1), aanbieder, categorie, code, eenheid,
    sum(case debet_credit when 'D' then volume else -volume end), sum(case debet_credit when 'D' then bedrag else -bedrag end), count(*)
  from nieuw where goedgekeurd group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
  on conflict (gemeente, maand, aanbieder, categorie, code, eenheid) do update
    set volume = m.volume + excluded.volume, bedrag = m.bedrag + excluded.bedrag, regels = m.regels + excluded.regels;
  return null;
end $$;
create trigger productie_maand_bij after insert on prestatie referencing new table as nieuw
  for each statement execute function productie_maand_bij();

-- What the period of retention took away. The lock is the one under which cijfers_vul counts: what is being taken away while a pair is counted for
-- the first time is taken off the count, or was never in it.
create function productie_maand_af() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('productie_maand', 5));
  -- Of many pairs at once, so first in the order of the key; see productie_maand_bij.
  perform from productie_maand m
  where exists (select from weg w where w.goedgekeurd and (m.gemeente, m.aanbieder, m.categorie, m.code, m.eenheid)
      = (w.gemeente, w.aanbieder, w.categorie, w.code, w.eenheid) and m.maand = w.begindatum - (extract(day from w.begindatum)::int - 1))
  order by m.gemeente, m.maand, m.aanbieder, m.categorie, m.code, m.eenheid for update;
  update productie_maand m set volume = m.volume - w.volume, bedrag = m.bedrag - w.bedrag, regels = m.regels - w.regels
  from (
    select gemeente, begindatum - (extract(day from begindatum)::int - 1) as maand, aanbieder, categorie, code, eenheid,
      sum(case debet_credit when 'D' then volume else -volume end) as volume, sum(case debet_credit when 'D' then bedrag else -bedrag end) as bedrag,
      count(*) as regels
    from weg where goedgekeurd group by 1, 2, 3, 4, 5, 6) as w
  where (m.gemeente, m.maand, m.aanbieder, m.categorie, m.code, m.eenheid) = (w.gemeente, w.maand, w.aanbieder, w.categorie, w.code, w.eenheid);
  return null;
end $$;
create trigger productie_maand_af after delete on prestatie referencing old table as weg for each statement execute function productie_maand_af();

-- Allocations that may be waiting: every one that is on the waiting list is here, and a few besides that the list leaves out when it is asked for.
create table wachtend (
  gemeente          text not null,
  toewijzing_nummer integer not null,
  -- The day from which it waits, in days since 2000.
  dag               integer not null,
  einddatum         date not null,
  primary key (gemeente, toewijzing_nummer),
  foreign key (gemeente, toewijzing_nummer) references toewijzing on delete cascade
);
create index wachtend_volgorde on wachtend (gemeente, dag, toewijzing_nummer, einddatum);

-- Looks again at these allocations. In plpgsql, which keeps its plan: planning would cost more than looking. The conditions are those of src/gemeente/gestart.ts.
create function wachtend_bij(gemeenten text[], nummers integer[]) returns void language plpgsql as $$
begin
  with t as (
    select w.gemeente, w.toewijzing_nummer, coalesce(w.einddatum, 'infinity') as einddatum,
      greatest(w.ingangsdatum, (select coalesce(min(v.toewijzingsdatum), w.toewijzingsdatum) from toewijzing_versie v
        where v.gemeente = w.gemeente and v.toewijzing_nummer = w.toewijzing_nummer)) - date '2000-01-01' as dag,
      not coalesce(w.reden_wijziging in ('01', '13') and w.einddatum = w.ingangsdatum, false)
        and not exists (select from start_product s where s.gemeente = w.gemeente and s.aanbieder = w.aanbieder and s.persoon = w.persoon
          and s.verwijderd_door is null and coalesce(s.toewijzing_nummer, -1) = w.toewijzing_nummer)
        and not exists (select from start_product s where s.gemeente = w.gemeente and s.aanbieder = w.aanbieder and s.persoon = w.persoon
          and s.verwijderd_door is null and coalesce(s.toewijzing_nummer, -1) = -1 and coalesce(s.categorie, '') = coalesce(w.categorie, '')
          and coalesce(s.code, '') = coalesce(w.code, '') and s.begindatum >= w.ingangsdatum
          and s.begindatum <= coalesce(w.einddatum, 'infinity')) as wacht
    from (select distinct * from unnest(gemeenten, nummers) as k (gemeente, toewijzing_nummer)) as k
      join toewijzing w on w.gemeente = k.gemeente and w.toewijzing_nummer = k.toewijzing_nummer),
  weg as (
    delete from wachtend d using t where not t.wacht and d.gemeente = t.gemeente and d.toewijzing_nummer = t.toewijzing_nummer)
  insert into wachtend as d (gemeente, toewijzing_nummer, dag, einddatum)
  select gemeente, toewijzing_nummer, dag, einddatum from t where wacht order by gemeente, toewijzing_nummer
  on conflict (gemeente, toewijzing_nummer) do update set dag = excluded.dag, einddatum = excluded.einddatum
    where (d.dag, d.einddatum) is distinct from (excluded.dag, excluded.einddatum);
end $$;

-- A version is written after the allocation that it is a version of.
create function wachtend_na_versie() returns trigger language plpgsql as $$
begin
  perform wachtend_bij(array_agg(gemeente), array_agg(toewijzing_nummer)) from nieuw;
  return null;
end $$;
create trigger wachtend_na_versie after insert on toewijzing_versie referencing new table as nieuw
  for each statement execute function wachtend_na_versie();

-- A start is of the allocation that it names, or of those of its client for the same product.
create function wachtend_na_start() returns trigger language plpgsql as $$
begin
  perform wachtend_bij(array_agg(gemeente), array_agg(toewijzing_nummer)) from (
    select gemeente, toewijzing_nummer from nieuw where toewijzing_nummer is not null
    union all
    select w.gemeente, w.toewijzing_nummer from nieuw s join toewijzing w on w.gemeente = s.gemeente and w.aanbieder = s.aanbieder and w.persoon = s.persoon
      and coalesce(w.categorie, '') = coalesce(s.categorie, '') and coalesce(w.code, '') = coalesce(s.code, '')
    where s.toewijzing_nummer is null) as w;
  return null;
end $$;
create trigger wachtend_na_start after insert on start_product referencing new table as nieuw for each statement execute function wachtend_na_start();

create function wachtend_na_verwijdering() returns trigger language plpgsql as $$
begin
  if new.toewijzing_nummer is not null then
    perform wachtend_bij(array[new.gemeente], array[new.toewijzing_nummer]);
  else
    perform wachtend_bij(array_agg(w.gemeente), array_agg(w.toewijzing_nummer)) from toewijzing w
    where w.gemeente = new.gemeente and w.aanbieder = new.aanbieder and w.persoon = new.persoon
      and coalesce(w.categorie, '') = coalesce(new.categorie, '') and coalesce(w.code, '') = coalesce(new.code, '');
  end if;
  return null;
end $$;
create trigger wachtend_na_verwijdering after update of verwijderd_door on start_product for each row
  when (new.verwijderd_door is distinct from old.verwijderd_door) execute function wachtend_na_verwijdering();

-- For what was there before. A pair at a time, under the lock under which its messages are assessed, so that nothing changes meanwhile and nobody
-- waits longer than for one pair.
create procedure cijfers_vul() language plpgsql as $$
declare
  paar record;
begin
  for paar in select distinct gemeente, aanbieder from toewijzing union select distinct gemeente, aanbieder from prestatie loop
    perform pg_advisory_xact_lock(hashtextextended(paar.gemeente || '|' || paar.aanbieder, 2));
    perform pg_advisory_xact_lock(hashtextextended('productie_maand', 5));
    delete from productie_maand where gemeente = paar.gemeente and aanbieder = paar.aanbieder;
    insert into productie_maand (gemeente, maand, aanbieder, categorie, code, eenheid, volume, bedrag, regels)
    select gemeente, begindatum - (extract(day from begindatum)::int - 1), aanbieder, categorie, code, eenheid,
      sum(case debet_credit when 'D' then volume else -volume end), sum(case debet_credit when 'D' then bedrag else -bedrag end), count(*)
    from prestatie where gemeente = paar.gemeente and aanbieder = paar.aanbieder and goedgekeurd group by 1, 2, 3, 4, 5, 6;
    perform wachtend_bij(array_agg(gemeente), array_agg(toewijzing_nummer)) from toewijzing where gemeente = paar.gemeente and aanbieder = paar.aanbieder;
    commit;
  end loop;
end $$;
