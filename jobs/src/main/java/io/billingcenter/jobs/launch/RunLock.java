package io.billingcenter.jobs.launch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One run at a time per database. On a server it is an advisory lock on a connection of its own, which goes when the
 * holder dies; an embedded database is locked as a whole ({@link EmbeddedLock}).
 */
@Component
class RunLock implements AutoCloseable {

    private static final String TRY_LOCK =
            "SELECT pg_try_advisory_lock(hashtextextended('billing-center|' || current_schema(), 0))";

    private final DataSource dataSource;
    private final DatabaseAddress address;
    private @Nullable Connection holder;

    RunLock(DataSource dataSource, DatabaseAddress address) {
        this.dataSource = dataSource;
        this.address = address;
    }

    /**
     * Takes the lock.
     *
     * @throws DatabaseInUseException when another run has it
     */
    void acquire() {
        if (!address.isPostgresql()) {
            return;
        }
        try {
            Connection connection = dataSource.getConnection();
            if (!tryLock(connection)) {
                connection.close();
                throw new DatabaseInUseException(address.shown());
            }
            holder = connection;
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to ask the database for the lock of the run", e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (holder != null) {
            try (Statement statement = holder.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock_all()");
            }
            holder.close();
            holder = null;
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(TRY_LOCK)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
