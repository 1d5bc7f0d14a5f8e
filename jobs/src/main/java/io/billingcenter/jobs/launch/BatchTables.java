package io.billingcenter.jobs.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/** Makes the tables of Spring Batch when they are not there, with the indexes that its script lacks. */
@Component
class BatchTables {

    /** What is made last: with it, everything is there. */
    private static final String LAST_INDEX = "batch_ix_execution_params";

    private final DataSource dataSource;
    private final DatabaseAddress address;
    private final JdbcTemplate jdbc;

    BatchTables(DataSource dataSource, DatabaseAddress address, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.address = address;
        this.jdbc = jdbc;
    }

    void createIfMissing() {
        if (areComplete()) {
            return;
        }
        String platform = address.isPostgresql() ? "postgresql" : "hsqldb";
        ResourceDatabasePopulator left = new ResourceDatabasePopulator(script("schema-drop-" + platform));
        left.setContinueOnError(true);
        left.execute(dataSource);
        new ResourceDatabasePopulator(script("schema-" + platform)).execute(dataSource);
        jdbc.execute("CREATE INDEX batch_ix_execution_instance ON BATCH_JOB_EXECUTION (JOB_INSTANCE_ID)");
        jdbc.execute("CREATE INDEX batch_ix_step_execution ON BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME)");
        jdbc.execute("CREATE INDEX " + LAST_INDEX + " ON BATCH_JOB_EXECUTION_PARAMS (JOB_EXECUTION_ID)");
    }

    private static ClassPathResource script(String name) {
        return new ClassPathResource("org/springframework/batch/core/" + name + ".sql");
    }

    /** Whether they are all there; a start that ended half-way has left a part of them, with no run in it. */
    boolean areComplete() {
        try (Connection connection = dataSource.getConnection()) {
            String table = address.isPostgresql() ? "batch_job_execution_params" : "BATCH_JOB_EXECUTION_PARAMS";
            try (ResultSet indexes = connection.getMetaData().getIndexInfo(null, null, table, false, true)) {
                while (indexes.next()) {
                    if (LAST_INDEX.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                        return true;
                    }
                }
                return false;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to read the list of tables of " + address.shown(), e);
        }
    }
}
