package io.billingcenter.benchmarks.comparison;

/** How DuckDB is asked to count every record once. */
public enum Deduplication {
    /** Distinct as a whole: the fastest, and right as long as no id comes with two contents. */
    BY_CONTENT("SELECT DISTINCT * FROM item"),
    /** Grouped by id, the first row of each: as the rules say, slower and larger. */
    BY_ID("SELECT workspace_id, record_id, first(kind) AS kind, first(subject) AS subject, first(entity) AS entity,"
            + " first(hour) AS hour, first(quantity) AS quantity FROM item GROUP BY workspace_id, record_id"),
    /** Not at all, and no distinct counts either: only the sums and maxima mean something. */
    NONE("SELECT * REPLACE (NULL::VARCHAR AS entity, NULL::TINYINT AS hour) FROM item"
            + " WHERE kind NOT IN ('metric', 'session_replay', 'network', 'datakit')");

    private final String query;

    Deduplication(String query) {
        this.query = query;
    }

    /** The query of the view {@code record} over the view {@code item}. */
    String query() {
        return query;
    }
}
