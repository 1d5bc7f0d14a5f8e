package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.benchmarks.files.FileTrees;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server: one that runs elsewhere, or one that is started here, with the settings of a new installation. Of
 * the latter the processor time is known, that of all its processes.
 */
final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final @Nullable EmbeddedPostgres started;
    private final long process;

    private PostgresServer(@Nullable EmbeddedPostgres started, long process) {
        this.started = started;
        this.process = process;
    }

    /** Returns a server of which nothing is known. */
    static PostgresServer elsewhere() {
        return new PostgresServer(null, 0);
    }

    /**
     * Starts a server.
     *
     * @param folder folder for its data; its content is replaced
     * @param collecting whether it collects statements, which costs some time
     */
    static PostgresServer start(Path folder, boolean collecting) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(FileTrees.empty(folder))
                .setCleanDataDirectory(true)
                // It is made for tests, and without these two it would not write anything durably.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
        if (collecting) {
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
        }
        EmbeddedPostgres started = builder.start();
        List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"), UTF_8);
        return new PostgresServer(started, Long.parseLong(lines.get(0).strip()));
    }

    /** Returns the address of its first database. */
    String address() {
        if (started == null) {
            throw new IllegalStateException("Expected a server that was started here");
        }
        return started.getJdbcUrl(DATABASE, DATABASE);
    }

    /** Returns the processor time of all its processes, ended ones included; 0 if it is not known. */
    long cpuMillis() throws IOException {
        if (started == null) {
            return 0;
        }
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            return processes
                    .filter(handle -> handle.pid() == process
                            || handle.parent()
                                    .filter(parent -> parent.pid() == process)
                                    .isPresent())
                    .mapToLong(handle -> ProcessTimes.of(handle.pid()).withChildren())
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
