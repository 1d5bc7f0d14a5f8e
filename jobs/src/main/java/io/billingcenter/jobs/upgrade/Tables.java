package io.billingcenter.jobs.upgrade;

import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that a database has. */
final class Tables {

    private Tables() {}

    /** Whether there is a table of that name, which is in lower case. */
    static boolean exists(JdbcTemplate jdbc, String name) {
        Integer found = jdbc.queryForObject(
                "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = ?"
                        + " AND table_schema = CURRENT_SCHEMA",
                Integer.class,
                name);
        return found != null && found > 0;
    }
}
