package io.billingcenter.jobs.launch;

import io.billingcenter.schema.DatabaseKind.RunLockStatements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A lock that admits one run at a time to a database. On a server it is an advisory lock on a connection of its own, which
 * is released when the holder dies; an embedded database is locked as a whole ({@link EmbeddedLock}).
 */
@Component
class RunLock implements AutoCloseable {

    private final DataSource dataSource;
    private final DatabaseAddress address;
    private @Nullable Connection holder;
    private @Nullable String unlock;

    RunLock(DataSource dataSource, DatabaseAddress address) {
        this.dataSource = dataSource;
        this.address = address;
    }

    /**
     * Acquires the lock.
     *
     * @throws DatabaseInUseException when another run has it
     */
    void acquire() {
        RunLockStatements statements = address.kind().runLock().orElse(null);
        if (statements == null) {
            return;
        }
        try {
            Connection connection = dataSource.getConnection();
            if (!tryLock(connection, statements)) {
                connection.close();
                throw new DatabaseInUseException(address.shown());
            }
            holder = connection;
            unlock = statements.unlock();
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to ask the database for the lock of the run", e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (holder != null && unlock != null) {
            try (Statement statement = holder.createStatement()) {
                statement.execute(unlock);
            }
            holder.close();
            holder = null;
        }
    }

    private static boolean tryLock(Connection connection, RunLockStatements statements) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(statements.tryLock())) {
            return result.next() && result.getBoolean(1);
        }
    }
}
