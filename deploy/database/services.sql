-- Every service that keeps tables has a role and a schema of its own, and no rights on those of the others.
-- Run by a superuser in the pipeline's database, as often as one likes. The passwords come as settings of the session:
-- inkstream.sender_password, inkstream.sheets_password, inkstream.admin_password.
-- Tables that an older version made, with one role for all services, are handed over to their service.
do $$
declare
    service text;
    owner_role text;
    its_schema record;
    its_part record;
begin
    execute format('revoke all on database %I from public', current_database());
    revoke all on schema public from public;

    foreach service in array array['sender', 'sheets', 'admin'] loop
        owner_role := 'inkstream_' || service;
        if to_regrole(owner_role) is null then
            execute format('create role %I', owner_role);
        end if;
        execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
            owner_role, current_setting('inkstream.' || service || '_password'));
        execute format('grant connect, temporary on database %I to %I', current_database(), owner_role);
        execute format('create schema if not exists %I', service);

        -- admin keeps each projection in a schema of its own.
        for its_schema in
            select oid, nspname from pg_namespace where nspname = service or (service = 'admin' and nspname ~ '^proj_\d+$')
        loop
            execute format('alter schema %I owner to %I', its_schema.nspname, owner_role);
            execute format('revoke all on schema %I from public', its_schema.nspname);
            -- Tables, views and sequences; a sequence that belongs to a column goes with its table.
            for its_part in
                select relation.oid::regclass as name
                from pg_class relation
                where relation.relnamespace = its_schema.oid
                  and relation.relkind in ('r', 'p', 'v', 'm', 'S')
                  and relation.relowner <> to_regrole(owner_role)
                  and not exists (
                      select from pg_depend
                      where classid = 'pg_class'::regclass and objid = relation.oid and relation.relkind = 'S'
                        and deptype in ('a', 'i'))
            loop
                execute format('alter table %s owner to %I', its_part.name, owner_role);
            end loop;
            for its_part in
                select oid::regprocedure as name from pg_proc
                where pronamespace = its_schema.oid and proowner <> to_regrole(owner_role)
            loop
                execute format('alter routine %s owner to %I', its_part.name, owner_role);
            end loop;
        end loop;
    end loop;

    execute format('grant create on database %I to inkstream_admin', current_database());
end
$$;
