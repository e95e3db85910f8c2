-- uitbreiding
-- An entry that is not chained yet leaves its place only for the chain: whoever deletes one that is not in `audit` is refused, so that nothing can go
-- missing in the moment before the chain has it.
create function audit_nieuw_geketend() returns trigger language plpgsql as $$
begin
  if exists (
    select from weg w where not exists (
      -- The chain grew by these in the same transaction, so they are the last of it.
      select from audit a
      where a.nr > (select max(nr) from audit) - (select count(*) from weg)
        and (a.op, a.client, a.handeling, a.reden, a.resultaat, a.betrokkenen) = (w.op, w.client, w.handeling, w.reden, w.resultaat, w.betrokkenen)
        and a.namens is not distinct from w.namens and a.object is not distinct from w.object)) then
    raise exception 'audit: een regel wordt niet verwijderd voor zij in de keten staat';
  end if;
  return null;
end $$;
create trigger audit_nieuw_geketend after delete on audit_nieuw referencing old table as weg for each statement
  execute function audit_nieuw_geketend();
