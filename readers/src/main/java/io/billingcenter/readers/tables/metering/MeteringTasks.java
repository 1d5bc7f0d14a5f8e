package io.billingcenter.readers.tables.metering;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of the tasks that are still to be read. */
public final class MeteringTasks {

    private final JdbcTemplate jdbc;

    /** Reads from that database. */
    public MeteringTasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the numbers of the bins that have tasks, in ascending order. */
    public List<Integer> bins() {
        return jdbc.query("SELECT DISTINCT bin FROM metering_task ORDER BY bin", (row, number) -> row.getInt("bin"));
    }

    /** Returns the size of the files of all tasks, in bytes as they are stored. */
    public long bytesLeft() {
        Long bytes = jdbc.queryForObject("SELECT SUM(size_bytes) FROM metering_task", Long.class);
        return bytes == null ? 0 : bytes;
    }
}
