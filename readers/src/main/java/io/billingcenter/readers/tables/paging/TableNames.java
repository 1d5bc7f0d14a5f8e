package io.billingcenter.readers.tables.paging;

import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that a database has; one of an older program lacks those that came later. */
public final class TableNames {

    private TableNames() {}

    /** Returns whether there is a table, and not a view, of that name, which is in lower case. */
    public static boolean hasBaseTable(JdbcTemplate jdbc, String name) {
        Integer found = jdbc.queryForObject(
                "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = ?"
                        + " AND table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'",
                Integer.class,
                name);
        return found != null && found > 0;
    }

    /** Returns whether there is a table of that name, which is in lower case. */
    public static boolean has(JdbcTemplate jdbc, String name) {
        Integer found = jdbc.queryForObject(
                "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = ?"
                        + " AND table_schema = CURRENT_SCHEMA",
                Integer.class,
                name);
        return found != null && found > 0;
    }
}
