package io.billingcenter.jobs.upgrade;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables;
import io.billingcenter.schema.digest.StateTable;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The digest of a database: of its last seal, of the rows written since, and of the tables that change. */
final class SchemaDigest {

    private SchemaDigest() {}

    static String of(JdbcTemplate jdbc) {
        ControlTables tables = new ControlTables(jdbc);
        StringBuilder text = new StringBuilder();
        if (TableNames.has(jdbc, "run_seal")) {
            List<String> last = jdbc.query(
                    "SELECT seal FROM run_seal ORDER BY seal_number DESC FETCH FIRST 1 ROWS ONLY",
                    (row, number) -> row.getString(1));
            text.append(last).append(unsealed(jdbc, tables)).append('\n');
        }
        for (StateTable table : StateTable.values()) {
            if (TableNames.has(jdbc, table.tableName())) {
                text.append(table.tableName())
                        .append(' ')
                        .append(tables.state(table).parts())
                        .append('\n');
            }
        }
        return Digests.sha256(text.toString());
    }

    private static String unsealed(JdbcTemplate jdbc, ControlTables tables) {
        Long sealed = jdbc.queryForObject("SELECT COALESCE(MAX(run_id), -1) FROM run_seal", Long.class);
        return tables.totals(sealed == null ? -1 : sealed, Long.MAX_VALUE).digest();
    }
}
