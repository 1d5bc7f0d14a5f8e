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

    private final DataSource dataSource;
    private final DatabaseAddress address;
    private final JdbcTemplate jdbc;

    BatchTables(DataSource dataSource, DatabaseAddress address, JdbcTemplate jdbc) {
        this.dataSource = dataSource;
        this.address = address;
        this.jdbc = jdbc;
    }

    void createIfMissing() {
        if (exist()) {
            return;
        }
        String platform = address.isPostgresql() ? "postgresql" : "hsqldb";
        ClassPathResource script = new ClassPathResource("org/springframework/batch/core/schema-" + platform + ".sql");
        new ResourceDatabasePopulator(script).execute(dataSource);
        jdbc.execute("CREATE INDEX batch_ix_execution_instance ON BATCH_JOB_EXECUTION (JOB_INSTANCE_ID)");
        jdbc.execute("CREATE INDEX batch_ix_step_execution ON BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME)");
        jdbc.execute("CREATE INDEX batch_ix_execution_params ON BATCH_JOB_EXECUTION_PARAMS (JOB_EXECUTION_ID)");
    }

    /** Whether a run of any job was started after the one with that id. */
    boolean hasRunAfter(long executionId) {
        Integer later = jdbc.queryForObject(
                "SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE JOB_EXECUTION_ID > ?", Integer.class, executionId);
        return later != null && later > 0;
    }

    private boolean exist() {
        try (Connection connection = dataSource.getConnection()) {
            String table = address.isPostgresql() ? "batch_job_instance" : "BATCH_JOB_INSTANCE";
            try (ResultSet tables = connection.getMetaData().getTables(null, null, table, null)) {
                return tables.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to read the list of tables of " + address.shown(), e);
        }
    }
}
