package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Embedded databases, each in a folder of its own. */
final class EmbeddedDatabases implements NightDatabases {

    private static final String FILE = "billing";

    private final Path folder;

    EmbeddedDatabases(Path folder) {
        this.folder = folder;
    }

    @Override
    public String create(String name) throws IOException {
        return FileTrees.empty(folder.resolve(name)).resolve(FILE).toString();
    }

    @Override
    public String copy(String from, String name) throws IOException {
        String address = create(name);
        FileTrees.copyFiles(folder.resolve(from), Path.of(address).resolveSibling(""));
        return address;
    }

    @Override
    public void drop(String name) throws IOException {
        FileTrees.delete(folder.resolve(name));
    }

    @Override
    public Connection connect(String address) throws SQLException {
        return DriverManager.getConnection("jdbc:hsqldb:file:" + address + ";ifexists=true;shutdown=true", "sa", "");
    }

    @Override
    public long serverMillis() {
        return 0;
    }

    @Override
    public void resetStatements() {
        // An embedded database does not collect statements.
    }

    @Override
    public List<String> statements(String name, int limit) {
        return List.of();
    }

    @Override
    public void close() {
        // They stay in their folder until the next comparison, for those who want to look at them.
    }
}
