package io.billingcenter.jobs.launch;

import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.schema.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Carries out the statements of migration V21 that copy measures, usage and charges into texts, some workspaces at a time and
 * each time in a transaction of its own. The embedded database keeps the changes of a transaction in memory, where those of all
 * rows need not fit. The migration itself then finds nothing left to copy.
 */
final class FactCopier {

    /** The last version before the copying. */
    static final String VERSION_BEFORE = "20";

    private static final int PIECE_ROWS = 10_000;
    private static final String MIGRATION = "db/migration/V21__facts_in_rows.sql";
    private static final Pattern REMARK = Pattern.compile("(?m)^\\s*--.*$");
    private static final Pattern TABLE = Pattern.compile("UPDATE (\\w+) .*", Pattern.DOTALL);

    private final JdbcTemplate jdbc;
    private final DatabaseKind kind;
    private final int pieceRows;

    private record Piece(String first, String last) {}

    FactCopier(DataSource dataSource, DatabaseKind kind) {
        this(dataSource, kind, PIECE_ROWS);
    }

    /**
     * Copies in pieces of that size.
     *
     * @param pieceRows rows of a table, unless a single workspace has more
     */
    FactCopier(DataSource dataSource, DatabaseKind kind, int pieceRows) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.kind = kind;
        this.pieceRows = pieceRows;
    }

    /** Returns whether there are rows that migration V21 would copy at once, in a database that keeps all of them in memory. */
    boolean isNeeded() {
        return kind == DatabaseKind.HSQLDB
                && TableNames.hasBaseTable(jdbc, "measure")
                && jdbc.query(
                                "SELECT 1 FROM \"flyway_schema_history\" WHERE \"version\" = '21'",
                                (row, number) -> row.getInt(1))
                        .isEmpty();
    }

    /** Copies the rows of a database of version {@link #VERSION_BEFORE}; a repeat goes on. */
    void copy() {
        for (String statement : statements()) {
            if (statement.startsWith("ALTER TABLE")) {
                jdbc.execute(statement);
            } else if (statement.startsWith("UPDATE")) {
                for (Piece piece : pieces(TABLE.matcher(statement).replaceFirst("$1"))) {
                    jdbc.update(
                            statement + " AND workspace_id >= ? AND workspace_id <= ?", piece.first(), piece.last());
                }
            }
        }
    }

    private List<Piece> pieces(String table) {
        List<Piece> pieces = new ArrayList<>();
        List<String> piece = new ArrayList<>();
        int[] rows = new int[1];
        jdbc.query(
                "SELECT workspace_id, COUNT(*) FROM " + table + " GROUP BY workspace_id ORDER BY workspace_id", row -> {
                    int more = row.getInt(2);
                    if (!piece.isEmpty() && rows[0] + more > pieceRows) {
                        pieces.add(new Piece(piece.get(0), piece.get(piece.size() - 1)));
                        piece.clear();
                        rows[0] = 0;
                    }
                    piece.add(row.getString(1));
                    rows[0] += more;
                });
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.get(0), piece.get(piece.size() - 1)));
        }
        return pieces;
    }

    private List<String> statements() {
        try {
            String script = REMARK.matcher(new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8))
                    .replaceAll("");
            for (Map.Entry<String, String> value : kind.placeholders().entrySet()) {
                script = script.replace("${" + value.getKey() + "}", value.getValue());
            }
            List<String> statements = new ArrayList<>();
            for (String statement : script.split(";", -1)) {
                statements.add(statement.strip());
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
