package io.billingcenter.benchmarks.comparison;

/** The query by which DuckDB counts every record once. */
public enum Deduplication {
    /** Distinct as a whole: the fastest, and correct as long as no id has two contents. */
    BY_CONTENT("SELECT DISTINCT * FROM item"),
    /** Grouped by id, the first row of each: as the rules require, but slower and larger. */
    BY_ID("SELECT workspace_id, record_id, first(kind) AS kind, first(subject) AS subject, first(entity) AS entity,"
            + " first(hour) AS hour, first(quantity) AS quantity FROM item GROUP BY workspace_id, record_id"),
    /** No de-duplication and no distinct counts: only sums and maxima are meaningful. */
    NONE("SELECT * REPLACE (NULL::VARCHAR AS entity, NULL::TINYINT AS hour) FROM item"
            + " WHERE kind NOT IN ('metric', 'session_replay', 'network', 'datakit')");

    private final String query;

    Deduplication(String query) {
        this.query = query;
    }

    /** Returns the query of the view {@code record} over the view {@code item}. */
    String query() {
        return query;
    }
}
